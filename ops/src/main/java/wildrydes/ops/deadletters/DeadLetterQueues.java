package wildrydes.ops.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A stack's two lanes. Every call is one or a few calls of SQS; what SQS refuses comes out as its
 * own exception.
 */
public interface DeadLetterQueues {

  /**
   * How many messages there are, about.
   *
   * @param visible that anybody may receive
   * @param held that somebody has received and not yet deleted
   */
  record Count(int visible, int held) {

    public int all() {
      return visible + held;
    }
  }

  /** The dead letters' count. */
  Count count(Lane lane);

  /** The count of the queue that the functions work from. */
  Count waiting(Lane lane);

  /**
   * Receives up to {@code most} dead letters, at most ten, and holds them. Fewer, or none, do not
   * mean that there are no more.
   *
   * @param hold from a second to twelve hours
   */
  List<DeadLetter> receive(Lane lane, int most, Duration hold);

  /** Lets others receive them again, at once. */
  void release(List<DeadLetter> letters);

  /** Holds one for as long again, from now on. */
  void hold(DeadLetter letter, Duration hold);

  /**
   * Sends a message to the queue that the functions work from; returns once it is durably queued.
   */
  void send(Lane lane, String body, Map<String, String> attributes);

  /** Puts a message among the dead letters; returns once it is durably queued. */
  void put(Lane lane, String body, Map<String, String> attributes);

  /** Deletes a dead letter for good. */
  void delete(DeadLetter letter);
}
