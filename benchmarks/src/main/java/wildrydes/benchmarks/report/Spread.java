package wildrydes.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;

/** The middle and the ends of what several rounds gave. */
public record Spread(double median, double least, double most) {

  public static Spread of(Stream<Double> rounds) {
    List<Double> sorted = rounds.sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  public String text() {
    return "%s [%s..%s]".formatted(Figures.of(median), Figures.of(least), Figures.of(most));
  }
}
