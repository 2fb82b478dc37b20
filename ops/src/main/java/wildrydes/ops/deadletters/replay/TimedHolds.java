package wildrydes.ops.deadletters.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Lane;

/**
 * The dead letters that a run keeps from others at the moment. Each is deleted or released in the
 * end; should the run die, they come back by themselves.
 */
final class TimedHolds {

  /** SQS gives out no more at a time. */
  private static final int MOST_AT_ONCE = 10;

  private record Key(Lane lane, String messageId) {
    static Key of(DeadLetter letter) {
      return new Key(letter.lane(), letter.messageId());
    }
  }

  /** The letter with its latest receipt, the only one that is good for anything. */
  private record Held(DeadLetter letter, Instant until) {}

  private final DeadLetterQueues queues;
  private final InstantSource clock;
  private final Map<Key, Held> held = new LinkedHashMap<>();

  TimedHolds(DeadLetterQueues queues, InstantSource clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /** Receives some and holds them. */
  List<DeadLetter> receive(Lane lane, Duration span) {
    // By our own clock a hold ends sooner than by the queue's, which counts from its answer on.
    Instant until = clock.instant().plus(span);
    List<DeadLetter> letters = queues.receive(lane, MOST_AT_ONCE, span);
    letters.forEach(letter -> held.put(Key.of(letter), new Held(letter, until)));
    return letters;
  }

  /**
   * Makes sure that it is ours for half of the span at least.
   *
   * @return false if the hold has run out: somebody else may have the letter by now
   */
  boolean keep(DeadLetter letter, Duration span) {
    Held mine = held.get(Key.of(letter));
    Instant now = clock.instant();
    if (mine == null || !mine.letter().equals(letter) || !now.isBefore(mine.until())) {
      return false;
    }
    if (mine.until().isBefore(now.plus(span.dividedBy(2)))) {
      queues.hold(letter, span);
      held.put(Key.of(letter), new Held(letter, now.plus(span)));
    }
    return true;
  }

  void delete(DeadLetter letter) {
    queues.delete(letter);
    held.remove(Key.of(letter));
  }

  void release(Collection<DeadLetter> letters) {
    List<DeadLetter> latest = new ArrayList<>();
    for (DeadLetter letter : letters) {
      Held mine = held.remove(Key.of(letter));
      // A hold that has run out is nobody's to end: its message may be somebody else's by now.
      if (mine != null && clock.instant().isBefore(mine.until())) {
        latest.add(mine.letter());
      }
    }
    if (!latest.isEmpty()) {
      queues.release(latest);
    }
  }

  void releaseAll() {
    releaseAllBut(List.of());
  }

  void releaseAllBut(Collection<DeadLetter> kept) {
    List<Key> keys = kept.stream().map(Key::of).toList();
    var keep = new HashSet<>(keys);
    release(
        List.copyOf(held.entrySet()).stream()
            .filter(entry -> !keep.contains(entry.getKey()))
            .map(entry -> entry.getValue().letter())
            .toList());
  }

  /** How many of the lane are held. */
  int count(Lane lane) {
    return (int) held.keySet().stream().filter(key -> key.lane() == lane).count();
  }
}
