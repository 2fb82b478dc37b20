package wildrydes.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest rate that is sustained: upward by half, then between the last that was and the
 * first that was not. One that was not is tried again, for it may have been the machine.
 */
final class RateSearch {

  private static final double FIRST = 25;
  private static final double GROWTH = 1.5;
  private static final int HALVINGS = 2;

  /** Offers a load for a while. */
  @FunctionalInterface
  interface Offer {
    Step at(double ridesPerSecond) throws InterruptedException;
  }

  private final Offer offer;
  private final List<Step> sustained = new ArrayList<>();
  private @Nullable Step missed;

  RateSearch(Offer offer) {
    this.offer = offer;
  }

  /**
   * Searches.
   *
   * @throws IllegalStateException if not even the first, low rate is sustained
   */
  Step mostSustained() throws InterruptedException {
    // The first rides find a cold pipeline.
    offer.at(FIRST);
    offer.at(FIRST * 2);
    double rate = FIRST;
    while (isSustained(rate)) {
      rate *= GROWTH;
    }
    if (sustained.isEmpty()) {
      throw new IllegalStateException("Not even " + FIRST + " rides a second are sustained here.");
    }
    for (int i = 0; i < HALVINGS; i++) {
      double between = Math.sqrt(sustained.getLast().ridesPerSecond() * rate);
      if (!isSustained(between)) {
        rate = between;
      }
    }
    return sustained.getLast();
  }

  /** From the lowest to the highest. */
  List<Step> sustained() {
    return sustained;
  }

  /** The lowest rate that was not sustained. */
  Optional<Step> firstMissed() {
    return Optional.ofNullable(missed);
  }

  private boolean isSustained(double rate) throws InterruptedException {
    for (int attempt = 0; attempt < 2; attempt++) {
      Step step = offer.at(rate);
      if (step.isSustained()) {
        sustained.add(step);
        return true;
      }
      missed = step;
    }
    return false;
  }
}
