package wildrydes.benchmarks.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Spread;

/** The parts that compute, by JMH. */
public final class PartsBenchmark implements Benchmark {

  /** What is measured, and beside what. */
  private record Pair(String name, String part, String peer) {}

  private static final String READING = CodecSpeed.class.getName() + ".read";
  private static final String WRITING = CodecSpeed.class.getName() + ".write";
  private static final String SEARCHING = SearchSpeed.class.getName() + ".search";
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("reading an assignment", READING, READING + "ByJackson"),
          new Pair("writing an assignment", WRITING, WRITING + "ByJackson"),
          new Pair("the nearest of 2,000 free", SEARCHING, SearchSpeed.class.getName() + ".each"),
          new Pair("reading, against itself", READING, READING),
          new Pair("searching, against itself", SEARCHING, SEARCHING));

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public String question() {
    return "How long the parts take that only compute: messages, and the search itself";
  }

  /** One pair in one round, in microseconds. */
  private record Times(double part, double peer) {}

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    int rounds = effort.choose(2, 3);
    Path log = Files.createTempFile("jmh", ".log");
    Map<Pair, List<Times>> times = new LinkedHashMap<>();
    progress.stage("measuring parts", (long) rounds * PAIRS.size());
    for (int round = 0; round < rounds; round++) {
      for (Pair pair : PAIRS) {
        double part = micros(pair.part(), effort, log);
        double peer = micros(pair.peer(), effort, log);
        times.computeIfAbsent(pair, _ -> new ArrayList<>()).add(new Times(part, peer));
        progress.step();
      }
    }
    Files.delete(log);
    return section(times, rounds, effort);
  }

  private static int seconds(Effort effort) {
    return effort.choose(1, 2);
  }

  private static double micros(String name, Effort effort, Path log) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^" + name.replace(".", "\\.") + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(seconds(effort)))
            .measurementIterations(seconds(effort))
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .output(log.toString())
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getScore();
  }

  private static Section section(Map<Pair, List<Times>> times, int rounds, Effort effort) {
    List<List<String>> rows = new ArrayList<>();
    times.forEach(
        (pair, each) ->
            rows.add(
                List.of(
                    pair.name(),
                    Spread.of(each.stream().map(Times::part)).text(),
                    Spread.of(each.stream().map(Times::peer)).text(),
                    Spread.of(each.stream().map(t -> t.part() / t.peer())).text())));
    return new Section("The parts that compute")
        .say(
            """
            Microseconds an operation by JMH: %d rounds, in each a process for every figure that measures for %d
            seconds after warming up; medians and [least..most] of the rounds. Beside reading and writing the
            largest message stands Jackson's own binding of the same JSON to records, which checks nothing and
            leaves times as texts; beside the search in a fleet of 10,000 of whom 80 %% are busy, with all that it
            prepares and without a call to anybody, a loop over the 2,000 who are free."""
                .formatted(rounds, seconds(effort)))
        .table(List.of("", "product", "beside it", "ratio"), rows)
        .say(
            """
            Reading is slower than binding, for it looks at each field, and each time is read as one. A call to
            DynamoDB takes a hundred times as long as any of these; they are here so that nobody makes them matter.
            They say nothing of a function that has just started, in which nothing is compiled yet.""");
  }
}
