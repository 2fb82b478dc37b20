package wildrydes.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import wildrydes.simulation.Simulation.Result;
import wildrydes.simulation.world.Flaw;
import wildrydes.simulation.world.Handlers;

/** Many runs, side by side on all cores; each run is still one thread at a time. */
final class Campaign {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Handlers handlers;

  /**
   * Runs of functions with that flaw.
   *
   * @param flaw {@link Flaw#NONE} for the product as it is
   */
  Campaign(Flaw flaw) {
    this.handlers = new Handlers(flaw);
  }

  /**
   * Runs the plans that numbers from 0 stand for.
   *
   * @param enough after how many violating runs to stop
   * @param watcher told of every run, by one thread at a time
   */
  Tally run(long plans, LongFunction<Plan> plan, int enough, Consumer<Result> watcher) {
    var next = new AtomicLong();
    var violating = new AtomicLong();
    Callable<Tally> worker =
        () -> {
          var simulation = new Simulation(handlers);
          Tally tally = Tally.NOTHING;
          for (long n = next.getAndIncrement();
              n < plans && violating.get() < enough;
              n = next.getAndIncrement()) {
            Result result = simulation.run(plan.apply(n));
            if (!result.violations().isEmpty()) {
              violating.incrementAndGet();
            }
            synchronized (this) {
              watcher.accept(result);
            }
            tally = tally.plus(result.tally());
          }
          return tally;
        };
    // Virtual threads: a simulation hands over to its own threads without leaving the core.
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int i = 0; i < CORES; i++) {
        tallies.add(workers.submit(worker));
      }
      Tally sum = Tally.NOTHING;
      for (Future<Tally> tally : tallies) {
        sum = sum.plus(tally.get());
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulation broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
