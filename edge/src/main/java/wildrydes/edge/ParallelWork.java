package wildrydes.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works on the items of a batch side by side, each on a virtual thread of its own, and stops before
 * the function's deadline: a timed-out invocation would bring back the whole batch.
 */
public final class ParallelWork {

  private ParallelWork() {}

  /**
   * Answers with one attempt per item, in the items' order, after at most {@code budget}.
   *
   * @param work may throw; what it throws is kept with its item and touches no other
   */
  public static <I, R> List<Attempt<I, R>> on(List<I> items, Duration budget, Function<I, R> work) {
    long deadline = System.nanoTime() + budget.toNanos();
    List<FutureTask<R>> tasks =
        items.stream().map(item -> new FutureTask<>(() -> work.apply(item))).toList();
    tasks.forEach(Thread.ofVirtual()::start);
    return IntStream.range(0, items.size())
        .mapToObj(i -> await(items.get(i), tasks.get(i), deadline))
        .toList();
  }

  private static <I, R> Attempt<I, R> await(I item, FutureTask<R> task, long deadline) {
    try {
      return new Attempt.Done<>(item, task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        return new Attempt.Failed<>(item, cause);
      }
      // Out of memory, a missing class: nothing of this batch can be trusted to work.
      throw new IllegalStateException("working on a message broke the function", e.getCause());
    } catch (TimeoutException | CancellationException e) {
      task.cancel(true);
      return new Attempt.OutOfTime<>(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      return new Attempt.OutOfTime<>(item);
    }
  }
}
