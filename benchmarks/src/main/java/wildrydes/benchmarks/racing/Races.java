package wildrydes.benchmarks.racing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wildrydes.benchmarks.racing.Race.Ended;
import wildrydes.benchmarks.report.Figures;

/** Several races of one kind, each in a city of its own. */
record Races(Crowd crowd, int rides, Race.Way way, List<Race.Outcome> outcomes) {

  /** A bar of the plot: a twentieth of the fleet. */
  static final int STEPS = 20;

  /** The fleet beside the demand. */
  private static final double FLEET = 1.2;

  static Races run(Crowd crowd, int rides, Race.Way way, int races) {
    int unicorns = (int) (rides * FLEET);
    List<Race.Outcome> outcomes = new ArrayList<>();
    for (int seed = 0; seed < races; seed++) {
      outcomes.add(Race.run(crowd.riders(rides, seed), crowd.unicorns(unicorns, seed), way, seed));
    }
    return new Races(crowd, rides, way, outcomes);
  }

  /** Wasted claims per assignment, in the mean of the races. */
  double wasted() {
    return wastes().average().orElseThrow();
  }

  int doubles() {
    return outcomes.stream().mapToInt(Race.Outcome::doubles).sum();
  }

  /** Wasted claims per assignment, while so many twentieths of the fleet are busy. */
  List<Double> wastedByBusyShare() {
    return IntStream.range(0, STEPS)
        .mapToObj(
            step ->
                assigned()
                    .filter(ended -> (int) (ended.busy() * STEPS) == step)
                    .mapToInt(Ended::wasted)
                    .average()
                    .orElse(Double.NaN))
        .toList();
  }

  List<String> row() {
    double all = outcomes.size() * (double) rides;
    return List.of(
        crowd.text,
        Figures.of(rides),
        Figures.of(way.batchSize()),
        way.rereads() ? "reads again" : "next one read",
        "%s [%s..%s]"
            .formatted(
                Figures.of(wasted()),
                Figures.of(wastes().min().orElseThrow()),
                Figures.of(wastes().max().orElseThrow())),
        Figures.of(outcomes.stream().mapToInt(Race.Outcome::queries).sum() / all),
        Figures.of(assigned().mapToLong(Ended::nanos).average().orElseThrow() / 1e6),
        Figures.of(outcomes.stream().mapToInt(Race.Outcome::unassigned).sum() / all * 100) + " %",
        Figures.of(doubles()));
  }

  private DoubleStream wastes() {
    return outcomes.stream().mapToDouble(Race.Outcome::wastedPerAssignment);
  }

  private Stream<Ended> assigned() {
    return outcomes.stream().flatMap(outcome -> outcome.assigned().stream());
  }
}
