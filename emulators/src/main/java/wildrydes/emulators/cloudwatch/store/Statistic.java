package wildrydes.emulators.cloudwatch.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** One number out of a distribution, under the name that CloudWatch has for it. */
public sealed interface Statistic {
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
    @Override
    public OptionalDouble of(Distribution samples) {
      return samples.percentile(percent);
    }
  }

  /** {@code tm90}: see {@link Distribution#trimmedMean}. */
  record TrimmedMean(String wireName, BigDecimal percent) implements Statistic {
    @Override
    public OptionalDouble of(Distribution samples) {
      return samples.trimmedMean(percent);
    }
  }

  /** The names that {@link #extended} understands, for an error that lists them. */
  String EXTENDED = "p0 to p100 or tm0 to tm100";

  /** The names that {@link #named} understands. */
  String ALL = "SampleCount, Average, Sum, Minimum, Maximum, " + EXTENDED;

  Pattern EXTENDED_NAME = Pattern.compile("(p|tm)(100(?:\\.0{1,10})?|\\d{1,2}(?:\\.\\d{1,10})?)");

  String wireName();

  /** Empty when these samples cannot tell. */
  OptionalDouble of(Distribution samples);

  static Optional<Statistic> named(String name) {
    return simple(name).<Statistic>map(each -> each).or(() -> extended(name));
  }

  static Optional<Statistic> extended(String name) {
    var extended = EXTENDED_NAME.matcher(name);
    if (!extended.matches()) {
      return Optional.empty();
    }
    var percent = new BigDecimal(extended.group(2));
    return Optional.of(
        extended.group(1).equals("p")
            ? new Percentile(name, percent)
            : new TrimmedMean(name, percent));
  }

  static Optional<Simple> simple(String name) {
    return Arrays.stream(Simple.values()).filter(each -> each.wireName.equals(name)).findFirst();
  }
}
