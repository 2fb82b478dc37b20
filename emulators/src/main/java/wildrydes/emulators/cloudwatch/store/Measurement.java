package wildrydes.emulators.cloudwatch.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one sample says: the values themselves, or only a summary of them. */
public sealed interface Measurement {
  /** How often each value was seen. */
  record Counted(SortedMap<Double, Double> countByValue) implements Measurement {
    public Counted {
      countByValue = Collections.unmodifiableSortedMap(new TreeMap<>(countByValue));
      if (countByValue.isEmpty()) {
        throw new IllegalArgumentException("A sample has at least one value.");
      }
      for (Map.Entry<Double, Double> entry : countByValue.entrySet()) {
        requireFinite(entry.getKey(), "value");
        requireFinite(entry.getValue(), "count");
        if (entry.getValue() <= 0) {
          throw new IllegalArgumentException("A count must be above 0: " + entry.getValue());
        }
      }
    }
  }

  /** A summary made by the caller. CloudWatch has no percentiles for what arrived like this. */
  record StatisticSet(double sampleCount, double sum, double minimum, double maximum)
      implements Measurement {
    public StatisticSet {
      requireFinite(sampleCount, "sample count");
      requireFinite(sum, "sum");
      requireFinite(minimum, "minimum");
      requireFinite(maximum, "maximum");
      if (sampleCount <= 0 || minimum > maximum) {
        throw new IllegalArgumentException(
            "No such samples: %s of them from %s to %s".formatted(sampleCount, minimum, maximum));
      }
    }
  }

  static Measurement of(double value) {
    return new Counted(new TreeMap<>(Map.of(value, 1.0)));
  }

  private static void requireFinite(double number, String what) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A %s must be finite: %s".formatted(what, number));
    }
  }
}
