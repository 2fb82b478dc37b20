package wildrydes.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a function's settings out of its environment variables and, if any are missing or wrong,
 * names all of them at once: a deployment is mended in one go.
 */
public final class Environment {

  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The settings that {@code reader} makes of the variables.
   *
   * @throws IllegalStateException if a variable is missing or wrong; the message names each
   */
  public static <T> T read(Map<String, String> variables, Function<Environment, T> reader) {
    var environment = new Environment(variables);
    T settings = reader.apply(environment);
    if (!environment.problems.isEmpty()) {
      throw new IllegalStateException(
          "The function's environment is incomplete: "
              + String.join("; ", environment.problems)
              + ". Set these variables, as template.yaml does.");
    }
    return settings;
  }

  /** The variable's text, which must not be blank. */
  public String text(String name) {
    String value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      problems.add(name + " is missing");
    }
    return value;
  }

  /** The variable as a whole number of at least 1. */
  public int count(String name) {
    return countFrom(1, name);
  }

  /** The variable as a whole number of at least {@code least}. */
  public int countFrom(int least, String name) {
    String value = text(name);
    if (value.isBlank()) {
      return least;
    }
    try {
      int count = Integer.parseInt(value);
      if (count >= least) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the numbers that are too small.
    }
    problems.add(name + " must be a whole number of at least " + least);
    return least;
  }
}
