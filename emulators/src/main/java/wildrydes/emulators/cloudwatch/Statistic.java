package wildrydes.emulators.cloudwatch;

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

  /** The names that {@link #named} understands, for an error that lists them. */
  String KNOWN = "SampleCount, Average, Sum, Minimum, Maximum, p0 to p100 and tm0 to tm100";

  Pattern EXTENDED = Pattern.compile("(p|tm)(100(?:\\.0{1,10})?|\\d{1,2}(?:\\.\\d{1,10})?)");

  String wireName();

  /** Empty when these samples cannot tell. */
  OptionalDouble of(Distribution samples);

  static Optional<Statistic> named(String name) {
    var extended = EXTENDED.matcher(name);
    if (!extended.matches()) {
      return simple(name).map(Statistic.class::cast);
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
