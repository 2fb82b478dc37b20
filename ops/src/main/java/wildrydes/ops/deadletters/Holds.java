package wildrydes.ops.deadletters;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.OnInterrupt;

/**
 * The dead letters that a command holds at the moment: all are released when it closes, and on
 * Ctrl-C. Should even that fail, each hold ends by itself.
 */
public final class Holds implements AutoCloseable {

  /** Of what is about to be changed. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final int A_CALL = 10;

  private final DeadLetterQueues queues;
  private final InstantSource clock;
  private final Map<String, Held> held = new HashMap<>();
  private final OnInterrupt onInterrupt = OnInterrupt.run(this::release);
  private boolean released;

  private record Held(DeadLetter letter, Instant until) {}

  public Holds(DeadLetterQueues queues, InstantSource clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * Takes care of messages that were just received and held for this long.
   *
   * @throws CommandFailure if it is too late for that; they are released
   */
  synchronized void add(List<DeadLetter> letters, Duration hold) {
    if (released) {
      queues.release(letters);
      throw new CommandFailure(Exit.UNEXPECTED, "Stopped; all messages are released.");
    }
    Instant until = clock.instant().plus(hold);
    letters.forEach(letter -> held.put(letter.messageId(), new Held(letter, until)));
  }

  /** Holds one for longer, to change it. */
  void keep(DeadLetter letter) {
    queues.hold(letter, LONG);
    add(List.of(letter), LONG);
  }

  /** Deletes one for good, which needs no release then. */
  public synchronized void delete(DeadLetter letter) {
    queues.delete(letter);
    held.remove(letter.messageId());
  }

  /** Whoever comes second waits for the first, so that nobody closes the clients before. */
  private synchronized void release() {
    if (released) {
      return;
    }
    released = true;
    List<Held> longestFirst =
        held.values().stream().sorted(comparing(Held::until).reversed()).toList();
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (List<Held> part : ParallelCalls.parts(longestFirst, A_CALL)) {
      calls.add(() -> releaseOf(part));
    }
    ParallelCalls.answers(calls);
  }

  /** ElasticMQ is so slow at it with thousands that meanwhile many holds end by themselves. */
  private boolean releaseOf(List<Held> part) {
    Instant now = clock.instant();
    List<DeadLetter> letters =
        part.stream().filter(each -> each.until().isAfter(now)).map(Held::letter).toList();
    if (!letters.isEmpty()) {
      queues.release(letters);
    }
    return true;
  }

  @Override
  public void close() {
    onInterrupt.close();
    release();
  }
}
