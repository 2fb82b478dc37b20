package wildrydes.benchmarks.coldstart;

import static wildrydes.emulators.lambda.InitializationType.ON_DEMAND;
import static wildrydes.emulators.lambda.InitializationType.SNAP_START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Section;
import wildrydes.emulators.lambda.InitializationType;

/** How soon each function answers that does not run yet. */
public final class ColdStart implements Benchmark {

  /** In each round: they take a second or two, restored ones thrice that. */
  private static final int TURNS_ON_DEMAND = 3;

  private static final int STARTS_A_ROUND =
      TURNS_ON_DEMAND * FunctionStarts.ON_DEMAND_WAYS.size() + FunctionStarts.RESTORED_WAYS.size();

  @Override
  public String name() {
    return "cold-start";
  }

  @Override
  public String question() {
    return "How soon does a function answer that does not run yet, beside an ordinary build of it?";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    Path folder = Files.createTempDirectory("cold-start");
    boolean bound = Processor.canBind();
    if (bound) {
      Processor.bindDriver();
    }
    try (var aws = StubAws.start()) {
      return measure(effort.choose(2, 5), aws, Processor.prefix(bound), folder, progress);
    } finally {
      if (bound) {
        Processor.release();
      }
      delete(folder);
    }
  }

  private static Section measure(
      int rounds, StubAws aws, List<String> prefix, Path folder, Progress progress)
      throws Exception {
    List<FunctionStarts> functions = new ArrayList<>();
    var declared = DeployedFunctions.all(aws.endpoint());
    for (var function : declared) {
      functions.add(new FunctionStarts(function, aws, prefix, folder));
    }
    var hello = Build.hello(declared.getFirst(), folder);
    progress.stage("counting classes", functions.size());
    for (var function : functions) {
      function.countClasses();
      progress.step();
    }
    progress.stage("warming up the stubs", functions.size());
    for (var function : functions) {
      function.warmUpStubs();
      progress.step();
    }
    progress.stage("starting functions", (long) rounds * functions.size() * STARTS_A_ROUND);
    List<Start> floor = new ArrayList<>();
    List<Start> restoredFloor = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      floor.add(start(hello, aws, ON_DEMAND, prefix));
      for (var function : functions) {
        for (int turn = 0; turn < TURNS_ON_DEMAND; turn++) {
          function.startOnDemand(progress);
        }
        function.restore(progress);
      }
      restoredFloor.add(start(hello, aws, SNAP_START, prefix));
    }
    return new ColdStartReport(
            functions,
            new Starts(floor),
            new Starts(restoredFloor),
            hello.code().jarBytes(),
            rounds * TURNS_ON_DEMAND,
            rounds,
            !prefix.isEmpty())
        .section();
  }

  private static Start start(Build hello, StubAws aws, InitializationType type, List<String> prefix)
      throws Exception {
    return Start.of(hello.launch(aws, type, List.of(), prefix), "{}");
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
