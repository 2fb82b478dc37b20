package wildrydes.benchmarks;

/** How much time there is to measure in. */
public enum Effort {
  /** Minutes for all benchmarks together: enough to see a regression. */
  SHORT,
  /** As long as it takes for figures that can be quoted. */
  FULL;

  /** One or the other value, of a number of rounds for example. */
  public <T> T choose(T inShort, T inFull) {
    return this == SHORT ? inShort : inFull;
  }
}
