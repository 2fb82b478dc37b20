package wildrydes.benchmarks.coldstart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import wildrydes.benchmarks.report.Figures;

/** What several starts of one build have in common. */
record Starts(List<Start> all) {

  double median(ToDoubleFunction<Start> figure) {
    double[] sorted = sorted(figure);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median, with the least and the greatest beside it. */
  String text(ToDoubleFunction<Start> figure) {
    double[] sorted = sorted(figure);
    return "%s (%s .. %s)"
        .formatted(
            Figures.of(median(figure)),
            Figures.of(sorted[0]),
            Figures.of(sorted[sorted.length - 1]));
  }

  private double[] sorted(ToDoubleFunction<Start> figure) {
    return Arrays.stream(all.stream().mapToDouble(figure).toArray()).sorted().toArray();
  }
}
