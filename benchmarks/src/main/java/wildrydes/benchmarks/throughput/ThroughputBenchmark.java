package wildrydes.benchmarks.throughput;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Spread;
import wildrydes.benchmarks.report.Target;

/** How many rides a second one dispatcher and one recorder carry, beside one ride at a time. */
public final class ThroughputBenchmark implements Benchmark {

  private static final Duration CALL = Duration.ofMillis(5);
  private static final int RIDES = 100;

  private static final String TENS = "batches of 10";
  private static final String AGAIN = "batches of 10, again";
  private static final String HUNDREDS = "batches of 100";
  private static final String LOOPED = "batches of 10, one ride after another";
  private static final String SINGLE = "one at a time";

  private record Way(BatchFunctions functions, int batchSize) {}

  /** Of one round. */
  private record Speed(double ridesPerSecond, double ridesPerProcessorSecond) {}

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String question() {
    return "How many rides the dispatcher and the recorder carry, beside one at a time";
  }

  @Override
  public Section measure(Effort effort, Progress progress) {
    // A line for each ride is the same for all, and on a terminal slower than on Lambda.
    Configurator.setLevel("wildrydes", Level.WARN);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var parallel = new BatchFunctions(CALL, threads);
      Map<String, Way> ways = new LinkedHashMap<>();
      ways.put(TENS, new Way(parallel, 10));
      ways.put(SINGLE, new Way(parallel, 1));
      ways.put(HUNDREDS, new Way(parallel, 100));
      ways.put(LOOPED, new Way(new BatchFunctions(CALL, new OneAfterAnother()), 10));
      ways.put(AGAIN, new Way(parallel, 10));
      int rounds = effort.choose(5, 21);
      progress.stage("warming up", 1);
      ways.values().forEach(ThroughputBenchmark::speed);
      progress.stage("carrying rides", rounds);
      Map<String, List<Speed>> speeds = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        ways.forEach(
            (name, way) -> speeds.computeIfAbsent(name, _ -> new ArrayList<>()).add(speed(way)));
        progress.step();
      }
      return section(speeds, rounds);
    } finally {
      Configurator.setLevel("wildrydes", Level.INFO);
    }
  }

  private static Speed speed(Way way) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long begin = System.nanoTime();
    way.functions().carry(RIDES, way.batchSize());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double processorSeconds = (system.getProcessCpuTime() - processor) / 1e9;
    return new Speed(RIDES / seconds, RIDES / processorSeconds);
  }

  private static Section section(Map<String, List<Speed>> speeds, int rounds) {
    List<List<String>> rows = new ArrayList<>();
    speeds.forEach(
        (way, of) ->
            rows.add(
                List.of(
                    way,
                    Spread.of(of.stream().map(Speed::ridesPerSecond)).text(),
                    Spread.of(of.stream().map(Speed::ridesPerProcessorSecond)).text(),
                    ratio(speeds, way, SINGLE).text())));
    double ratio = ratio(speeds, TENS, SINGLE).median();
    return new Section("How many rides the functions carry")
        .say(
            """
            One dispatcher and one recorder, each with one batch at a time as one execution environment has, on a stub of
            AWS in which every call takes %d ms: how many rides a second go through both, one after the other.
            Beside them the same handlers with one message an invocation (*one at a time*), and with batches that are
            worked by a loop instead of threads. Each round carries %d rides each way, the ways in turn; %d
            rounds, medians and [least..most]. The noise is *again* against the first line: %s."""
                .formatted(CALL.toMillis(), RIDES, rounds, ratio(speeds, AGAIN, TENS).text()))
        .table(
            List.of(
                "", "rides a second", "rides a second of processor time", "beside one at a time"),
            rows)
        .say(
            """
            Batches of ten carry %s times as many as one at a time: of the calls, the rides of a batch share some and wait for the
            others together. Threads alone, beside the loop, make %s of it. Processor time includes that of the stub and of
            this JVM's own threads, and no HTTP: what a call costs there is not in it. How soon AWS answers and how it scales,
            this cannot tell."""
                .formatted(Figures.of(ratio), ratio(speeds, TENS, LOOPED).text()))
        .target(Target.atLeast("Rides a second in tens, beside one at a time", ratio, 6));
  }

  /** Round by round, what ran in the same one. */
  private static Spread ratio(Map<String, List<Speed>> speeds, String of, String beside) {
    List<Speed> ones = requireNonNull(speeds.get(of));
    List<Speed> others = requireNonNull(speeds.get(beside));
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      ratios.add(ones.get(i).ridesPerSecond() / others.get(i).ridesPerSecond());
    }
    return Spread.of(ratios.stream());
  }
}
