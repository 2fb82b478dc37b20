package wildrydes.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers with as many digits as say something. */
public final class Figures {

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Figures() {}

  /** Three significant digits; whole numbers whole. */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    if (Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return new BigDecimal(value).round(THREE_DIGITS).toPlainString();
  }
}
