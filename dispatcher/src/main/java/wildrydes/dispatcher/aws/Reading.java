package wildrydes.dispatcher.aws;

import java.util.Optional;
import wildrydes.edge.Delivery;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.messages.UnreadableMessage;

/** A delivery, read as far as it can be. */
sealed interface Reading {

  Delivery delivery();

  /** The ride it is about, where the body tells. */
  Optional<RideId> rideId();

  record Request(Delivery delivery, RideRequested request) implements Reading {
    @Override
    public Optional<RideId> rideId() {
      return Optional.of(request.rideId());
    }
  }

  record Unreadable(Delivery delivery, Optional<RideId> rideId, String detail) implements Reading {}

  static Reading of(Delivery delivery, MessageCodec codec) {
    try {
      return new Request(delivery, codec.readRequest(delivery.body()));
    } catch (UnreadableMessage e) {
      return new Unreadable(delivery, e.rideId(), e.detail());
    }
  }
}
