package wildrydes.benchmarks.report;

import java.util.Locale;

/**
 * What a figure should be, and what it is.
 *
 * @param bound the figure should be at most, or at least, that
 */
public record Target(String what, double measured, boolean atMost, double bound) {

  /** How a row ends. */
  static final String MET = "| met |";

  static final String MISSED = "| **missed** |";

  public static Target atMost(String what, double measured, double bound) {
    return new Target(what, measured, true, bound);
  }

  public static Target atLeast(String what, double measured, double bound) {
    return new Target(what, measured, false, bound);
  }

  public boolean isMet() {
    return atMost ? measured <= bound : measured >= bound;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s %s %s",
        what,
        Figures.of(measured),
        atMost ? "at most" : "at least",
        Figures.of(bound),
        isMet() ? MET : MISSED);
  }
}
