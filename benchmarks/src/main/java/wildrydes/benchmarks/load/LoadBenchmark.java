package wildrydes.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Spread;
import wildrydes.benchmarks.searching.City;
import wildrydes.messages.Location;

/** How many rides the whole local pipeline sustains, and how long they take below that. */
public final class LoadBenchmark implements Benchmark {

  private static final long SEED = 11;
  private static final int FLEET = 12_000;
  private static final int PICKUPS = 100_000;

  /** The gateway's limit is for riders' good, and not what is asked for here. */
  private static final Map<String, String> PARAMETERS =
      Map.of("RequestsPerSecond", "100000", "RideSeconds", "60");

  private static final List<Double> SHARES = List.of(0.1, 0.5, 0.9);

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String question() {
    return "rides a second through the whole local pipeline, and how long they take";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    var time = effort.choose(Duration.ofSeconds(4), Duration.ofSeconds(8));
    int rounds = effort.choose(2, 7);
    var city = new City(false, SEED);
    progress.stage("starting the local pipeline", 1);
    try (var pipeline = PipelineProcess.start(PARAMETERS);
        var stored = StoredRides.at(pipeline.endpoints().dynamodb());
        var riders = new Riders(pipeline.endpoints().api(), pickups(city), stored)) {
      stored.addUnicorns(city.places(FLEET, 2));
      progress.stage("raising the load", 1);
      var search = new RateSearch(rate -> riders.offer(rate, time));
      Step most = search.mostSustained();
      progress.stage("at 10, 50 and 90 % of it", (long) rounds * SHARES.size());
      Map<Double, List<Step>> below = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (double share : SHARES) {
          var step = riders.offer(most.ridesPerSecond() * share, time);
          below.computeIfAbsent(share, _ -> new ArrayList<>()).add(step);
          progress.step();
        }
      }
      long resident = pipeline.peakResidentBytes();
      return section(search, most, below, riders.asked())
          .say(
              """
              Memory of the pipeline's process, emulators and all: at most %s MB resident; after the last ride and a full
              collection, %s MB of live objects, among them the tables with %s rides and %s unicorns."""
                  .formatted(
                      resident == 0 ? "an unknown number of" : megabytes(resident),
                      megabytes(pipeline.liveHeapBytes()),
                      Figures.of(riders.asked()),
                      Figures.of(FLEET)));
    }
  }

  private static String megabytes(long bytes) {
    return Figures.of(Math.rint(bytes / 1e6));
  }

  private static Iterator<Location> pickups(City city) {
    return Stream.generate(() -> city.places(PICKUPS, 1)).flatMap(List::stream).iterator();
  }

  private static Section section(
      RateSearch search, Step most, Map<Double, List<Step>> below, int asked) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    below.forEach(
        (share, steps) -> rows.add(row("%d %%".formatted(Math.round(share * 100)), steps)));
    rows.add(row("all of it, as it was found", List.of(most)));
    search.firstMissed().ifPresent(step -> rows.add(row("more than it", List.of(step))));
    List<Step> all = new ArrayList<>(search.sustained());
    below.values().forEach(all::addAll);
    return new Section("The whole pipeline under load")
        .say(
            """
            The local pipeline as `./rides local` starts it, in a process of its own: gateway, functions and emulators,
            booted from the template. Riders come over HTTP at their own times, evenly, each from another place of a city
            with %s unicorns, however long the others wait. The load was raised until a ride was lost or the rides at work
            grew: by a tenth of those who came, from the middle third of %d s to the last. The most without that is
            sustained: **%s rides a second**. Then %d rounds of each share, the shares in turn, medians over rounds and
            [least..most]: those are the noise, and where few rides come, p99 is the slowest of them. A ride's time runs
            from when it was due, by this process's clock, to the `RecordTime` that the recorder stored with `ASSIGNED`, by
            the same machine's: riders do not ask meanwhile, and that write itself is not in it. %s rides in all."""
                .formatted(
                    Figures.of(FLEET),
                    most.time().toSeconds(),
                    Figures.of(Math.rint(most.ridesPerSecond())),
                    below.values().iterator().next().size(),
                    Figures.of(asked)))
        .table(
            List.of(
                "load",
                "rides a second",
                "POST to 202, p50 ms",
                "p99",
                "POST to ASSIGNED, p50 ms",
                "p99",
                "lost"),
            rows)
        .plot(
            "load.svg",
            "The time from POST to ASSIGNED, p50 and p99, by rides offered a second",
            LoadPlot.of(all))
        .say(
            """
            There is no peer here but the pipeline itself. The riders share the machine's cores with it. The rate is what
            ElasticMQ, DynamoDB Local and one JVM bear on this machine; AWS, where each of them is many machines,
            has other limits, and other times between POST and ASSIGNED. What can be concluded is how a
            ride's time grows with the load where all of the pipeline shares one machine.""");
  }

  private static List<String> row(String load, List<Step> steps) {
    return List.of(
        load,
        Figures.of(Math.rint(steps.getFirst().ridesPerSecond() * 10) / 10),
        spread(steps, step -> step.acceptedMillis(50)),
        spread(steps, step -> step.acceptedMillis(99)),
        spread(steps, step -> step.assignedMillis(50)),
        spread(steps, step -> step.assignedMillis(99)),
        Figures.of(steps.stream().mapToInt(Step::lost).sum()));
  }

  private static String spread(List<Step> steps, ToDoubleFunction<Step> what) {
    return steps.size() == 1
        ? Figures.of(what.applyAsDouble(steps.getFirst()))
        : Spread.of(steps.stream().map(what::applyAsDouble)).text();
  }
}
