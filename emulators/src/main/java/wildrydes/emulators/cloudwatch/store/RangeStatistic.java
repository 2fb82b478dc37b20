package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number out of those samples only that lie in a range: {@code tm90}, {@code PR(100:300)}. */
public record RangeStatistic(String wireName, Kind kind, SampleRange range) implements Statistic {
  /** What is made of the samples in the range. */
  public enum Kind {
    TRIMMED_MEAN,
    WINSORIZED_MEAN,
    TRIMMED_COUNT,
    TRIMMED_SUM,
    /** The share of the samples that lie in the range, in percent. */
    PERCENTILE_RANK
  }

  static final String PERCENT = "100(?:\\.0{1,10})?|\\d{1,2}(?:\\.\\d{1,10})?";

  /** A lowercase abbreviation and one percentage: what is above it is left out. */
  private static final Pattern UP_TO = Pattern.compile("(tm|wm|tc|ts)(" + PERCENT + ")");

  private static final Pattern BY_PERCENT =
      Pattern.compile("(?i)(tm|wm|tc|ts)\\((?:(%1$s)%%)?:(?:(%1$s)%%)?\\)".formatted(PERCENT));

  private static final Pattern BY_VALUE =
      Pattern.compile(
          "(?i)(tm|wm|tc|ts|pr)\\((%1$s)?:(%1$s)?\\)".formatted("\\d{1,100}(?:\\.\\d{1,10})?"));

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  static Optional<RangeStatistic> named(String name) {
    if (name.equalsIgnoreCase("IQM")) {
      var middle = new SampleRange.ByPercent(BigDecimal.valueOf(25), BigDecimal.valueOf(75));
      return Optional.of(new RangeStatistic(name, Kind.TRIMMED_MEAN, middle));
    }
    var upTo = UP_TO.matcher(name);
    if (upTo.matches()) {
      var range = new SampleRange.ByPercent(BigDecimal.ZERO, new BigDecimal(upTo.group(2)));
      return Optional.of(new RangeStatistic(name, kind(upTo), range));
    }
    var byPercent = BY_PERCENT.matcher(name);
    if (byPercent.matches() && isRange(byPercent)) {
      var range =
          new SampleRange.ByPercent(
              bound(byPercent, 2).orElse(BigDecimal.ZERO), bound(byPercent, 3).orElse(ALL));
      return Optional.of(new RangeStatistic(name, kind(byPercent), range));
    }
    var byValue = BY_VALUE.matcher(name);
    if (byValue.matches() && isRange(byValue)) {
      var range =
          new SampleRange.ByValue(
              bound(byValue, 2).map(BigDecimal::doubleValue),
              bound(byValue, 3).map(BigDecimal::doubleValue));
      return Optional.of(new RangeStatistic(name, kind(byValue), range));
    }
    return Optional.empty();
  }

  @Override
  public OptionalDouble of(Distribution samples) {
    return samples.in(range).map(this::of).orElse(OptionalDouble.empty());
  }

  private OptionalDouble of(SampleRange.Within within) {
    return switch (kind) {
      case TRIMMED_COUNT -> OptionalDouble.of(within.count());
      case TRIMMED_SUM -> OptionalDouble.of(within.sum());
      case PERCENTILE_RANK -> OptionalDouble.of(100 * within.count() / within.all());
      case WINSORIZED_MEAN -> OptionalDouble.of(within.winsorizedSum() / within.all());
      case TRIMMED_MEAN ->
          within.count() > 0
              ? OptionalDouble.of(within.sum() / within.count())
              : OptionalDouble.empty();
    };
  }

  /** At least one bound is there, and the lower one is the lower. */
  private static boolean isRange(Matcher name) {
    var low = bound(name, 2);
    var high = bound(name, 3);
    if (low.isPresent() && high.isPresent()) {
      return low.get().compareTo(high.get()) < 0;
    }
    return low.isPresent() || high.isPresent();
  }

  private static Optional<BigDecimal> bound(Matcher name, int group) {
    return Optional.ofNullable(name.group(group)).map(BigDecimal::new);
  }

  private static Kind kind(Matcher name) {
    return switch (name.group(1).toLowerCase(Locale.ROOT)) {
      case "tm" -> Kind.TRIMMED_MEAN;
      case "wm" -> Kind.WINSORIZED_MEAN;
      case "tc" -> Kind.TRIMMED_COUNT;
      case "ts" -> Kind.TRIMMED_SUM;
      default -> Kind.PERCENTILE_RANK;
    };
  }
}
