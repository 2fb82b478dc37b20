package wildrydes.benchmarks.accepting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Section;
import wildrydes.emulators.Stack;
import wildrydes.emulators.StackSettings;

/** How soon a POST is answered, beside the seed's synchronous function. */
public final class AcceptingBenchmark implements Benchmark {

  /** As many a second as the template lets through. */
  private static final int PER_SECOND = 100;

  /** Rides each in a round in which one follows another. */
  static final int RIDES = 1000;

  /** Until the product's compiler is done; a short run that began sooner would measure that. */
  private static final int ROUNDS_TO_WARM = 20;

  /** Until they answer as fast as they ever will. */
  private static final int CALLS_TO_WARM_EMULATORS = 10_000;

  @Override
  public String name() {
    return "accepting";
  }

  @Override
  public String question() {
    return "How soon is a POST answered, beside the seed's synchronous function?";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    progress.stage("getting the seed's libraries", 1);
    Path modules = NodeModules.installed();
    String node = NodeModules.nodeVersion();
    Path folder = Files.createTempDirectory("accepting");
    progress.stage("starting functions and emulators", 1);
    try (var stack = Stack.start(StackSettings.inMemory(StackSettings.repositoryTemplate()));
        var credentials = CredentialsAddress.start();
        var product = ProductFunction.start(stack, credentials, made(folder, "product"));
        var seed = SeedFunction.start(stack, modules, made(folder, "seed"));
        var floor = Floor.start(product.declared(), made(folder, "floor"));
        var productFront = Served.behindFront(stack.template().httpApis().getFirst(), product);
        var seedFront = Served.behindFront(stack.template().httpApis().getFirst(), seed);
        var floorFront = Served.behindFront(stack.template().httpApis().getFirst(), floor);
        var riders = new Riders()) {
      var race = new Race(stack, productFront, seedFront, floorFront);
      return measure(effort, progress, stack, race, riders, node);
    } finally {
      delete(folder);
    }
  }

  private static Section measure(
      Effort effort, Progress progress, Stack stack, Race race, Riders riders, String node)
      throws Exception {
    int seconds = 4;
    int rounds = effort.choose(4, 12);
    int openRounds = effort.choose(4, 12);
    Race.Asking inTurn = rides -> riders.oneAfterAnother(rides, RIDES);
    Race.Asking atRate = rides -> riders.atRate(rides, PER_SECOND * seconds, PER_SECOND);
    progress.stage("warming up the emulators", 1);
    // The product is the only one that sends messages: ElasticMQ must not be the one that is cold.
    var _ = CallTimes.measure(stack, CALLS_TO_WARM_EMULATORS);
    progress.stage("warming up the functions", (long) ROUNDS_TO_WARM * Way.TO_WARM.size());
    Waits warming = race.rounds(ROUNDS_TO_WARM, Way.TO_WARM, inTurn, progress);
    var _ = race.rounds(1, Way.ALL, atRate, progress);
    progress.stage("one rider after another", (long) rounds * Way.ALL.size());
    Waits closed = race.rounds(rounds, Way.ALL, inTurn, progress);
    progress.stage(PER_SECOND + " riders a second", (long) openRounds * Way.ALL.size());
    Waits open = race.rounds(openRounds, Way.ALL, atRate, progress);
    progress.stage("timing the emulators", 1);
    var calls = CallTimes.measure(stack, effort.choose(1000, 5000));
    return new AcceptingReport(
            warming, closed, open, calls, PER_SECOND, seconds, race.stored(), node)
        .section();
  }

  private static Path made(Path folder, String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (var files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
