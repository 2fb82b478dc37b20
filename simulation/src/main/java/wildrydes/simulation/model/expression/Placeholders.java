package wildrydes.simulation.model.expression;

import java.util.Set;

/** The placeholders an expression uses, with their {@code #} and {@code :}. */
public record Placeholders(Set<String> names, Set<String> values) {

  public Placeholders {
    names = Set.copyOf(names);
    values = Set.copyOf(values);
  }
}
