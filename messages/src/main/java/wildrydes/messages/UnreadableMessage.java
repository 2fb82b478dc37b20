package wildrydes.messages;

import java.util.Optional;

/**
 * A message body that no retry will make readable: it belongs among the dead letters, with the
 * detail given here.
 */
public final class UnreadableMessage extends Exception {
  private static final long serialVersionUID = 1;

  private final String detail;
  private final transient Optional<RideId> rideId;

  /**
   * @param detail what is wrong, without any of the body's values
   * @param rideId the ride the body names, where at least that can be read
   */
  UnreadableMessage(String detail, Optional<RideId> rideId) {
    super(detail);
    this.detail = detail;
    this.rideId = rideId;
  }

  public String detail() {
    return detail;
  }

  public Optional<RideId> rideId() {
    return rideId;
  }
}
