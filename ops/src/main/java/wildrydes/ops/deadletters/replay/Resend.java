package wildrydes.ops.deadletters.replay;

import java.util.HashMap;
import java.util.Map;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.Audit.Action;
import wildrydes.ops.deadletters.Audit.Entry;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Judgement.AlreadyDecided;

/**
 * Takes single messages out of the dead letters. Each is written down first and deleted last, so
 * that a crash at any point leaves it where it was, and at worst a copy of it on its way: a copy
 * changes nothing, and the next run finds its ride decided and clears the rest away.
 */
final class Resend {

  private final DeadLetterQueues queues;
  private final Audit audit;
  private final TimedHolds holds;
  private final ReplayRules rules;

  Resend(DeadLetterQueues queues, Audit audit, TimedHolds holds, ReplayRules rules) {
    this.queues = queues;
    this.audit = audit;
    this.holds = holds;
    this.rules = rules;
  }

  /**
   * Sends a message to its queue.
   *
   * @param onSent is called as soon as it is queued, before it is deleted
   * @return false if our hold on it has run out, so that nothing was done
   */
  boolean send(DeadLetter letter, Runnable onSent) {
    if (!holds.keep(letter, rules.hold())) {
      return false;
    }
    String number = "replay " + (letter.replays() + 1);
    audit.write(Entry.of(Action.REPLAYING, letter, number));
    queues.send(letter.lane(), letter.body(), attributes(letter));
    onSent.run();
    holds.delete(letter);
    audit.write(Entry.of(Action.REPLAYED, letter, number));
    return true;
  }

  /**
   * Deletes a message that can change nothing any more.
   *
   * @return false if our hold on it has run out, so that nothing was done
   */
  boolean clear(DeadLetter letter, AlreadyDecided decided) {
    if (!holds.keep(letter, rules.hold())) {
      return false;
    }
    String why = "already replayed: the ride is " + decided.status();
    audit.write(Entry.ofVanishing(Action.DROPPED, letter, why));
    holds.delete(letter);
    return true;
  }

  /** Writes down what became of a ride. */
  void followed(SentRide ride, End end) {
    audit.write(Entry.of(Action.FOLLOWED, ride.letter(), end.words()));
  }

  /** What the message carried, without why it was put aside. */
  private static Map<String, String> attributes(DeadLetter letter) {
    Map<String, String> attributes = new HashMap<>(letter.attributes());
    attributes.remove("Reason");
    attributes.remove("Detail");
    attributes.put(DeadLetter.REPLAYS, Integer.toString(letter.replays() + 1));
    return attributes;
  }
}
