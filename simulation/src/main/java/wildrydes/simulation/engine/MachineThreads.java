package wildrydes.simulation.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads of a machine as functions use them: to work the items of a batch side by side until a
 * time is over. A contract test holds it against the JDK's own.
 */
public final class MachineThreads extends AbstractExecutorService {

  private final Supplier<Machine> here;

  /**
   * The threads of the machine that {@code here} names when they are started: a handler outlives
   * the machines it runs on.
   */
  public MachineThreads(Supplier<Machine> here) {
    this.here = here;
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit) {
    List<CompletableFuture<T>> futures = new ArrayList<>();
    List<SimulatedThread> threads = new ArrayList<>();
    if (timeout <= 0) {
      // The JDK's may begin what they cancel at once.
      tasks.forEach(_ -> futures.add(cancelled()));
      return List.copyOf(futures);
    }
    Machine machine = here.get();
    Scheduler scheduler = machine.scheduler();
    SimulatedThread waiting = scheduler.current();
    for (Callable<T> task : tasks) {
      var future = new CompletableFuture<T>();
      futures.add(future);
      threads.add(
          scheduler.start(
              machine,
              () -> {
                complete(future, task);
                if (futures.stream().allMatch(Future::isDone)) {
                  scheduler.after(Duration.ZERO, waiting::wake);
                }
              }));
    }
    boolean[] timeIsOver = {false};
    scheduler.after(
        Duration.ofNanos(unit.toNanos(timeout)),
        () -> {
          timeIsOver[0] = true;
          waiting.wake();
        });
    waiting.suspendUntil(() -> timeIsOver[0] || futures.stream().allMatch(Future::isDone));
    for (int i = 0; i < futures.size(); i++) {
      if (!futures.get(i).isDone()) {
        futures.get(i).cancel(true);
        threads.get(i).interrupt();
      }
    }
    return List.copyOf(futures);
  }

  private static <T> void complete(CompletableFuture<T> future, Callable<T> task) {
    try {
      future.complete(task.call());
    } catch (MachineDied e) {
      throw e;
    } catch (Throwable e) {
      future.completeExceptionally(e);
    }
  }

  private static <T> CompletableFuture<T> cancelled() {
    var future = new CompletableFuture<T>();
    future.cancel(true);
    return future;
  }

  @Override
  public void execute(Runnable command) {
    here.get().scheduler().start(here.get(), command);
  }

  /** A machine's threads end with it. */
  @Override
  public void shutdown() {
    throw new UnsupportedOperationException("end the machine");
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw new UnsupportedOperationException("end the machine");
  }

  @Override
  public boolean isShutdown() {
    return !here.get().isAlive();
  }

  @Override
  public boolean isTerminated() {
    return !here.get().isAlive();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("nobody waits for a machine's end");
  }
}
