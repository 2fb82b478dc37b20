package wildrydes.emulators.cloudwatch.math;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** SORT, SLICE, FIRST and LAST: some series of an array, in some order. */
final class Ranking {
  private enum By {
    AVG(Reduction.AVG),
    MIN(Reduction.MIN),
    MAX(Reduction.MAX),
    SUM(Reduction.SUM);

    private final Reduction reduction;

    By(Reduction reduction) {
      this.reduction = reduction;
    }
  }

  private enum Order {
    ASC,
    DESC
  }

  private Ranking() {}

  /** Series without a point come last in either order; equal ones stay as they were. */
  static Value sorted(Arguments arguments) {
    arguments.mustNumber(3, 4);
    var all = arguments.array(0).all();
    var by = arguments.mustBeWord(1, By.class).reduction;
    Comparator<Double> order =
        switch (arguments.mustBeWord(2, Order.class)) {
          case ASC -> Comparator.naturalOrder();
          case DESC -> Comparator.reverseOrder();
        };
    int limit = arguments.count() > 3 ? place(arguments, 3, all) : all.size();
    return new Value.SeriesArray(
        all.stream()
            .sorted(
                Comparator.comparing((TimeSeries series) -> series.points().isEmpty())
                    .thenComparing(by::of, order))
            .limit(limit)
            .toList());
  }

  static Value slice(Arguments arguments) {
    arguments.mustNumber(2, 3);
    var all = arguments.array(0).all();
    int from = place(arguments, 1, all);
    int to = arguments.count() > 2 ? place(arguments, 2, all) : all.size();
    return new Value.SeriesArray(all.subList(from, Math.max(from, to)));
  }

  static Value first(Arguments arguments) {
    return only(arguments, List::getFirst);
  }

  static Value last(Arguments arguments) {
    return only(arguments, List::getLast);
  }

  static Value withoutEmpty(Arguments arguments) {
    arguments.mustNumber(1, 1);
    return new Value.SeriesArray(
        arguments.array(0).all().stream().filter(series -> !series.points().isEmpty()).toList());
  }

  private static Value only(Arguments arguments, Function<List<TimeSeries>, TimeSeries> which) {
    arguments.mustNumber(1, 1);
    var all = arguments.array(0).all();
    return all.isEmpty()
        ? TimeSeries.empty(arguments.evaluation().scope().grid())
        : which.apply(all);
  }

  /** A place in the array that lies beyond it, or none at all, is its nearest end. */
  private static int place(Arguments arguments, int index, List<TimeSeries> all) {
    return Math.clamp((long) arguments.scalar(index), 0, all.size());
  }
}
