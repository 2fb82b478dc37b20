package wildrydes.benchmarks.racing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Plots;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Target;

/** How many claims are wasted where 32 dispatchers are after scarce unicorns. */
public final class RacingBenchmark implements Benchmark {

  private static final int FEW = 320;
  private static final int MANY = 3_200;

  private static final Race.Way PRODUCT = new Race.Way(1, true);
  private static final Race.Way PEER = new Race.Way(1, false);
  private static final Race.Way TENS = new Race.Way(10, true);
  private static final Race.Way PEER_IN_TENS = new Race.Way(10, false);

  private record Kind(Crowd crowd, int rides, Race.Way way) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Crowd.EVEN, FEW, PRODUCT),
          new Kind(Crowd.EVEN, FEW, PEER),
          new Kind(Crowd.CLUSTERED, FEW, PRODUCT),
          new Kind(Crowd.CLUSTERED, FEW, PEER),
          new Kind(Crowd.EVEN, MANY, PRODUCT),
          new Kind(Crowd.EVEN, MANY, PEER),
          new Kind(Crowd.EVEN, MANY, TENS),
          new Kind(Crowd.EVEN, MANY, PEER_IN_TENS),
          new Kind(Crowd.EVEN, Race.DISPATCHERS, PRODUCT),
          new Kind(Crowd.EVEN, Race.DISPATCHERS, PEER),
          new Kind(Crowd.STADIUM, FEW, PRODUCT),
          new Kind(Crowd.STADIUM, FEW, PEER));

  @Override
  public String name() {
    return "racing";
  }

  @Override
  public String question() {
    return "wasted claims of 32 dispatchers that race for scarce unicorns";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    int rides = effort.choose(6_400, 25_600);
    progress.stage("races", KINDS.size());
    List<Races> all = new ArrayList<>();
    for (Kind kind : KINDS) {
      all.add(Races.run(kind.crowd(), kind.rides(), kind.way(), rides / kind.rides()));
      progress.step();
    }
    var section = new Section("Racing for the nearest unicorn");
    section.say(
        """
        %d dispatchers share nothing but the table; each takes the next ride as soon as it is done with one, and there
        are 1.2 unicorns for each ride. The product's own search, claim and retry run in virtual time against a
        table in memory, with DynamoDB's conditional write and seeded waits: a query takes 3 ms in the mean, a claim
        5, and a query of three sees the table as it was up to 10 ms before. A seed gives the same counts on every machine. A claim
        that gets its ride no unicorn is wasted: it is paid like one that does. Each line is of %s rides, in as many
        races as that makes; the mean, and [least..most] of one race, are over races, each in a city of its own.
        """
            .formatted(Race.DISPATCHERS, Figures.of(rides)));
    section.table(
        List.of(
            "riders and unicorns",
            "rides",
            "in a batch",
            "after a lost claim",
            "wasted claims per assignment",
            "queries a ride",
            "ms to assign",
            "given up",
            "double"),
        all.stream().map(Races::row).toList());
    section.plot(
        "racing.svg",
        "Wasted claims per assignment by the share of the fleet that is busy",
        plot(all.subList(0, 6)));
    section.say(reading(all));
    for (Races races : all) {
      if (races.crowd() != Crowd.STADIUM
          && races.rides() != Race.DISPATCHERS
          && races.way().equals(PRODUCT)) {
        section.target(
            Target.atMost(
                "%s, %s rides: wasted claims per assignment"
                    .formatted(races.crowd().text, Figures.of(races.rides())),
                races.wasted(),
                0.2));
      }
    }
    return section.target(
        Target.atMost(
            "unicorns that two rides got", all.stream().mapToInt(Races::doubles).sum(), 0));
  }

  private static String reading(List<Races> all) {
    return """
        *Reads again* is the product: after a lost claim it searches anew. Beside it, *next one read* is the same code that
        goes on with what it read at first: %s instead of %s wasted claims among %d rides spread evenly. The fewer
        unicorns are left, the more often two rides want the same one. The last lines are harder than what the targets
        are for: %d rides that all begin at the same moment waste %s a ride, riders at one stadium %s, because all of them
        are promised the nearest. How long AWS's calls really take, and so how wide the gap between reading and
        claiming is, cannot be concluded from this. That nobody gets a unicorn twice is also tested where the real writes
        are, by 64 threads on DynamoDB Local (`RacedClaimsIT`)."""
        .formatted(
            Figures.of(all.get(0).wasted()),
            Figures.of(all.get(1).wasted()),
            FEW,
            Race.DISPATCHERS,
            Figures.of(all.get(8).wasted()),
            Figures.of(all.get(10).wasted()));
  }

  private static XYChart plot(List<Races> drawn) {
    XYChart chart =
        Plots.ofCurves("Wasted claims per assignment", "% of the fleet that is busy", "mean");
    chart.getStyler().setYAxisMin(0.0).setXAxisMin(0.0).setMarkerSize(5);
    for (Races races : drawn) {
      List<Double> wasted = races.wastedByBusyShare();
      int[] steps =
          IntStream.range(0, Races.STEPS).filter(i -> !Double.isNaN(wasted.get(i))).toArray();
      chart.addSeries(
          "%s, %s rides%s"
              .formatted(
                  races.crowd().text,
                  Figures.of(races.rides()),
                  races.way().rereads() ? "" : ", next one read"),
          IntStream.of(steps).mapToDouble(i -> (i + 0.5) * 100 / Races.STEPS).toArray(),
          IntStream.of(steps).mapToDouble(wasted::get).toArray());
    }
    return chart;
  }
}
