package wildrydes.simulation.history;

/**
 * A promise that was broken.
 *
 * @param rule the promise, as a sentence
 * @param what happened instead, and to what
 */
public record Violation(String rule, String what) {

  @Override
  public String toString() {
    return rule + " But: " + what;
  }
}
