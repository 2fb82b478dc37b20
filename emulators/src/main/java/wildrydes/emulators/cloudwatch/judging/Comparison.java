package wildrydes.emulators.cloudwatch.judging;

import java.util.Arrays;
import java.util.Optional;

/** How a value is held against a fixed threshold. */
public enum Comparison {
  GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to"),
  GREATER("GreaterThanThreshold", "greater than"),
  LESS("LessThanThreshold", "less than"),
  LESS_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to");

  private final String wireName;
  private final String words;

  Comparison(String wireName, String words) {
    this.wireName = wireName;
    this.words = words;
  }

  public static Optional<Comparison> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  String words() {
    return words;
  }

  boolean breaches(double value, double threshold) {
    return switch (this) {
      case GREATER_OR_EQUAL -> value >= threshold;
      case GREATER -> value > threshold;
      case LESS -> value < threshold;
      case LESS_OR_EQUAL -> value <= threshold;
    };
  }
}
