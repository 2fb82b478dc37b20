package wildrydes.benchmarks.racing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that only goes on while everybody waits, and then at once to when the first of them need
 * not any longer. There are threads, but only one of them runs at a time, so whoever begins with
 * the same seed does all in the same order.
 */
final class VirtualTime implements InstantSource {

  private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678Z");

  private record Turn(long nanos, long number, Semaphore signal) {}

  /** Those who wait, first things first; at the same time, in the order in which they asked. */
  private final Queue<Turn> turns =
      new PriorityQueue<>(
          Comparator.comparingLong((Turn turn) -> turn.nanos).thenComparingLong(t -> t.number));

  private long nanos;
  private long numbers;

  /** What several do together, and who waits for the last of them. */
  private final class Together {
    final Semaphore done = new Semaphore(0);
    int left;
    @Nullable RuntimeException failure;

    Together(int left) {
      this.left = left;
    }

    void end(@Nullable RuntimeException ending) {
      failure = ending == null ? failure : ending;
      left--;
      if (left == 0) {
        turns.add(new Turn(nanos, numbers++, done));
      }
      passOn();
    }
  }

  @Override
  public Instant instant() {
    return BEGIN.plusNanos(nanos);
  }

  long nanos() {
    return nanos;
  }

  /** Waits so long. */
  void pass(long nanoseconds) {
    var turn = new Turn(nanos + nanoseconds, numbers++, new Semaphore(0));
    turns.add(turn);
    passOn();
    turn.signal.acquireUninterruptibly();
  }

  /**
   * Does all side by side, and returns the answers in the order of the tasks when the last is done.
   *
   * @throws RuntimeException what one of them threw
   */
  <A> List<A> together(List<Supplier<A>> tasks) {
    var together = new Together(tasks.size());
    List<List<A>> answers = new ArrayList<>();
    for (Supplier<A> task : tasks) {
      List<A> answer = new ArrayList<>();
      answers.add(answer);
      var turn = new Turn(nanos, numbers++, new Semaphore(0));
      turns.add(turn);
      Thread.startVirtualThread(
          () -> {
            turn.signal.acquireUninterruptibly();
            RuntimeException failure = null;
            try {
              answer.add(task.get());
            } catch (RuntimeException e) {
              failure = e;
            }
            together.end(failure);
          });
    }
    passOn();
    together.done.acquireUninterruptibly();
    if (together.failure != null) {
      throw together.failure;
    }
    return answers.stream().map(List::getFirst).toList();
  }

  private void passOn() {
    Turn next = turns.remove();
    nanos = next.nanos;
    next.signal.release();
  }
}
