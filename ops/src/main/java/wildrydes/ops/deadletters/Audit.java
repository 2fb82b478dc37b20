package wildrydes.ops.deadletters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wildrydes.messages.RideId;

/** Where every action on a dead letter is written down, before anybody can forget it. */
public interface Audit {

  /** What an operator did to a message. */
  enum Action {
    /** About to be sent; the next entry of the same message says what came of it. */
    REPLAYING,
    /** Sent to its queue and deleted from the dead letters. */
    REPLAYED,
    EDITED,
    DROPPED,
    REDRIVEN,
    /** What became of a replayed ride. */
    FOLLOWED
  }

  /**
   * One entry. Who and when are the audit's to add.
   *
   * @param messageId the message's, or {@code *} for all of the lane
   * @param outcome how it went: a word or a short sentence
   * @param body the whole body, only where it is about to vanish
   * @param attributes the message's, written down where the body is
   */
  record Entry(
      Action action,
      Lane lane,
      String messageId,
      Optional<RideId> rideId,
      String outcome,
      Optional<String> body,
      Map<String, String> attributes) {

    public Entry {
      attributes = Map.copyOf(attributes);
    }

    /** An entry without attributes. */
    public Entry(
        Action action,
        Lane lane,
        String messageId,
        Optional<RideId> rideId,
        String outcome,
        Optional<String> body) {
      this(action, lane, messageId, rideId, outcome, body, Map.of());
    }

    /** Of a message that goes on elsewhere, or stays. */
    public static Entry of(Action action, DeadLetter letter, String outcome) {
      return new Entry(
          action, letter.lane(), letter.messageId(), letter.rideId(), outcome, Optional.empty());
    }

    /** Of a message of which this will be the only copy. */
    public static Entry ofVanishing(Action action, DeadLetter letter, String outcome) {
      return new Entry(
          action,
          letter.lane(),
          letter.messageId(),
          letter.rideId(),
          outcome,
          Optional.of(letter.body()),
          letter.attributes());
    }
  }

  /** Returns once the entry is safe on disk. */
  void write(Entry entry);

  /** Returns once all of them are. */
  default void writeAll(List<Entry> entries) {
    entries.forEach(this::write);
  }
}
