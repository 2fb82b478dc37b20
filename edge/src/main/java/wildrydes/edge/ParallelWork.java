package wildrydes.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works on the items of a batch side by side, each on a thread of its own, and stops before the
 * function's deadline: a timed-out invocation would bring back the whole batch.
 */
public record ParallelWork(ExecutorService threads) {

  /**
   * Answers with one attempt per item, in the items' order, after at most {@code budget}.
   *
   * @param work may throw; what it throws is kept with its item and touches no other
   */
  public <I, R> List<Attempt<I, R>> on(List<I> items, Duration budget, Function<I, R> work) {
    List<Callable<R>> tasks =
        items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
    try {
      List<Future<R>> worked = threads.invokeAll(tasks, budget.toNanos(), TimeUnit.NANOSECONDS);
      return IntStream.range(0, items.size())
          .mapToObj(i -> attempt(items.get(i), worked.get(i)))
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return items.stream().<Attempt<I, R>>map(Attempt.OutOfTime::new).toList();
    }
  }

  private static <I, R> Attempt<I, R> attempt(I item, Future<R> worked) {
    return switch (worked.state()) {
      case SUCCESS -> new Attempt.Done<>(item, worked.resultNow());
      case FAILED -> failed(item, worked.exceptionNow());
      case CANCELLED, RUNNING -> new Attempt.OutOfTime<>(item);
    };
  }

  private static <I, R> Attempt<I, R> failed(I item, Throwable cause) {
    if (cause instanceof Exception exception) {
      return new Attempt.Failed<>(item, exception);
    }
    // Out of memory, a missing class: nothing of this batch can be trusted to work.
    throw new IllegalStateException("working on a message broke the function", cause);
  }
}
