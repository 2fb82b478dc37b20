package wildrydes.emulators.cloudwatch.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a label may show of a series. CloudWatch documents what each is, not how it is
 * written: here numbers have up to three decimals, times are to the second, lengths of time are
 * {@code 1h 5m}, and what a series without points would show is {@code --}.
 */
enum DynamicValue {
  AVG,
  DATAPOINT_COUNT,
  FIRST,
  FIRST_LAST_RANGE,
  FIRST_LAST_TIME_RANGE,
  FIRST_TIME,
  FIRST_TIME_RELATIVE,
  LAST,
  LAST_TIME,
  LAST_TIME_RELATIVE,
  MAX,
  MAX_TIME,
  MAX_TIME_RELATIVE,
  MIN,
  MIN_MAX_RANGE,
  MIN_MAX_TIME_RANGE,
  MIN_TIME,
  MIN_TIME_RELATIVE,
  SUM;

  static final String NAMES =
      "LABEL, " + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));

  private static final int DECIMALS = 3;

  static boolean isOne(String name) {
    return Arrays.stream(values()).anyMatch(each -> each.name().equals(name));
  }

  String of(NavigableMap<Instant, Double> points, LabelTimes times) {
    if (points.isEmpty()) {
      return this == DATAPOINT_COUNT ? "0" : "--";
    }
    var first = points.firstEntry();
    var last = points.lastEntry();
    Comparator<Map.Entry<Instant, Double>> byValue = Map.Entry.comparingByValue();
    // Of equal points the oldest.
    var lowest = points.entrySet().stream().min(byValue).orElse(first);
    var highest = points.entrySet().stream().min(byValue.reversed()).orElse(first);
    double sum = points.values().stream().mapToDouble(each -> each).sum();
    return switch (this) {
      case AVG -> number(sum / points.size());
      case DATAPOINT_COUNT -> number(points.size());
      case SUM -> number(sum);
      case FIRST -> number(first.getValue());
      case LAST -> number(last.getValue());
      case MAX -> number(highest.getValue());
      case MIN -> number(lowest.getValue());
      case FIRST_LAST_RANGE -> number(last.getValue() - first.getValue());
      case MIN_MAX_RANGE -> number(highest.getValue() - lowest.getValue());
      case FIRST_TIME -> times.of(first.getKey());
      case LAST_TIME -> times.of(last.getKey());
      case MAX_TIME -> times.of(highest.getKey());
      case MIN_TIME -> times.of(lowest.getKey());
      case FIRST_TIME_RELATIVE -> length(first.getKey(), times.now());
      case LAST_TIME_RELATIVE -> length(last.getKey(), times.now());
      case MAX_TIME_RELATIVE -> length(highest.getKey(), times.now());
      case MIN_TIME_RELATIVE -> length(lowest.getKey(), times.now());
      case FIRST_LAST_TIME_RANGE -> length(first.getKey(), last.getKey());
      case MIN_MAX_TIME_RANGE -> length(lowest.getKey(), highest.getKey());
    };
  }

  private static String number(double value) {
    var rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }

  private static String length(Instant one, Instant other) {
    var length = Duration.between(one, other).abs();
    var parts =
        Stream.of(
                part(length.toDays(), "d"),
                part(length.toHoursPart(), "h"),
                part(length.toMinutesPart(), "m"),
                part(length.toSecondsPart(), "s"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return parts.isEmpty() ? "0s" : parts;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }
}
