package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** One number out of a distribution, under the name that CloudWatch has for it. */
public sealed interface Statistic permits Statistic.Simple, Statistic.Percentile, RangeStatistic {
  /** Those that CloudWatch calls simple. */
  enum Simple implements Statistic {
    SAMPLE_COUNT("SampleCount"),
    AVERAGE("Average"),
    SUM("Sum"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String wireName;

    Simple(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public OptionalDouble of(Distribution samples) {
      return OptionalDouble.of(
          switch (this) {
            case SAMPLE_COUNT -> samples.sampleCount();
            case AVERAGE -> samples.average();
            case SUM -> samples.sum();
            case MINIMUM -> samples.minimum();
            case MAXIMUM -> samples.maximum();
          });
    }
  }

  /** {@code p99.9}: see {@link Distribution#percentile}. */
  record Percentile(String wireName, BigDecimal percent) implements Statistic {
    static final Pattern NAME = Pattern.compile("p(" + RangeStatistic.PERCENT + ")");

    @Override
    public OptionalDouble of(Distribution samples) {
      return samples.percentile(percent);
    }
  }

  /** The names that {@link #extended} understands, for an error that lists them. */
  String EXTENDED =
      "p0 to p100, tm, wm, tc or ts with 0 to 100 (as tm90), TM, WM, TC or TS of a range (as"
          + " TM(10%:90%), TM(:90%) or TM(150:1000)), PR of a range of values (as PR(:300)), or IQM";

  /** The names that {@link #named} understands. */
  String ALL = "SampleCount, Average, Sum, Minimum, Maximum, " + EXTENDED;

  /** As it was asked for. */
  String wireName();

  /** Empty when these samples cannot tell. */
  OptionalDouble of(Distribution samples);

  static Optional<Statistic> named(String name) {
    return simple(name).<Statistic>map(each -> each).or(() -> extended(name));
  }

  static Optional<Statistic> extended(String name) {
    var percentile = Percentile.NAME.matcher(name);
    if (percentile.matches()) {
      return Optional.of(new Percentile(name, new BigDecimal(percentile.group(1))));
    }
    return RangeStatistic.named(name).map(each -> each);
  }

  static Optional<Simple> simple(String name) {
    return Arrays.stream(Simple.values()).filter(each -> each.wireName.equals(name)).findFirst();
  }
}
