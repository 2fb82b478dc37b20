package wildrydes.simulation.history;

/**
 * A promise that was broken.
 *
 * @param rule the promise
 * @param what happened instead, and to what
 */
public record Violation(Rule rule, String what) {

  @Override
  public String toString() {
    return rule + " But: " + what;
  }
}
