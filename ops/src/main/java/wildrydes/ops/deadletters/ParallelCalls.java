package wildrydes.ops.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that wait for the network, side by side. */
final class ParallelCalls {

  private static final int AT_ONCE = 16;

  private ParallelCalls() {}

  /** The answers in the calls' order. The first failure flies, once all calls have ended. */
  static <T> List<T> answers(List<Callable<T>> calls) {
    List<Future<T>> futures;
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      futures = calls.stream().map(workers::submit).toList();
    }
    List<T> answers = new ArrayList<>();
    for (Future<T> future : futures) {
      answers.add(answer(future));
    }
    return answers;
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a call broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("waiting for calls was interrupted", e);
    }
  }

  /** The list in parts of at most that size. */
  static <T> List<List<T>> parts(List<T> list, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < list.size(); from += size) {
      parts.add(list.subList(from, Math.min(from + size, list.size())));
    }
    return parts;
  }
}
