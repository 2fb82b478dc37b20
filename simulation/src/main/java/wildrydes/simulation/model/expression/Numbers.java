package wildrydes.simulation.model.expression;

import java.math.BigDecimal;

/** Numbers as DynamoDB keeps them: 38 digits, and one text for one number. */
final class Numbers {

  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;

  /** As many digits always fit into a long. */
  private static final int LONG_DIGITS = 18;

  private Numbers() {}

  /** The one text for this number: no leading or trailing zeros, no exponent. */
  static String normal(String text) {
    return isPlainInteger(text) ? text : normal(parse(text));
  }

  static String normal(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.precision() > MAX_DIGITS) {
      throw Invalid.request("Attempting to store more than 38 significant digits in a Number");
    }
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent > MAX_EXPONENT) {
      throw Invalid.request(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < MIN_EXPONENT) {
      throw Invalid.request(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    return stripped.toPlainString();
  }

  /** Compares two numbers in their normal form. */
  static int compare(String one, String other) {
    return isPlainInteger(one) && isPlainInteger(other)
        ? Long.compare(Long.parseLong(one), Long.parseLong(other))
        : parse(one).compareTo(parse(other));
  }

  static BigDecimal parse(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw Invalid.request("The parameter cannot be converted to a numeric value: " + text);
    }
  }

  private static boolean isPlainInteger(String text) {
    int length = text.length();
    boolean negative = length > 1 && text.charAt(0) == '-';
    int from = negative ? 1 : 0;
    if (length == from || length - from > LONG_DIGITS) {
      return false;
    }
    if (text.charAt(from) == '0') {
      return length == 1;
    }
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
