package wildrydes.ops.deadletters;

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
   * @param outcome how it went: a word or a short sentence
   * @param body the whole message, only where it is about to vanish
   */
  record Entry(
      Action action,
      Lane lane,
      String messageId,
      Optional<RideId> rideId,
      String outcome,
      Optional<String> body) {}

  /** Returns once the entry is safe on disk. */
  void write(Entry entry);
}
