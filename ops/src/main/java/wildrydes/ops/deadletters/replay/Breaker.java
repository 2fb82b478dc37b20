package wildrydes.ops.deadletters.replay;

/** Opens once too large a share of the rides whose end is known has failed again. */
final class Breaker {

  /** A share of fewer says nothing. */
  private static final int ENOUGH_TO_JUDGE = 5;

  private final double stopAt;
  private int known;
  private int failed;

  Breaker(double stopAt) {
    this.stopAt = stopAt;
  }

  void count(End end) {
    switch (end) {
      case End.Recorded _ -> known++;
      case End.FailedAgain _ -> {
        known++;
        failed++;
      }
      case End.Open _ -> {}
    }
  }

  boolean isOpen() {
    return known >= ENOUGH_TO_JUDGE && failed > stopAt * known;
  }
}
