package wildrydes.emulators.cloudwatch.math;

import java.util.List;

/** What a part of an expression is worth: the three types that CloudWatch calls S, TS and TS[]. */
public sealed interface Value permits Value.Scalar, TimeSeries, Value.SeriesArray {
  /** A number; not a number when there is none, as the average of nothing. */
  record Scalar(double number) implements Value {
    @Override
    public String type() {
      return "Scalar";
    }
  }

  record SeriesArray(List<TimeSeries> all) implements Value {
    /** As many as CloudWatch shows in a graph. An array of itself twice, and so on, ends here. */
    static final int LARGEST = 500;

    public SeriesArray {
      all = List.copyOf(all);
      if (all.size() > LARGEST) {
        throw new ExpressionException(
            "An array holds %d time series, more than %d.".formatted(all.size(), LARGEST));
      }
    }

    @Override
    public String type() {
      return "Array[TimeSeries]";
    }
  }

  /** The type's name in errors. */
  String type();
}
