package wildrydes.local.rules;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An environment that remembers which variables it was asked for. */
final class RecordingEnvironment extends AbstractMap<String, String> {

  private final Map<String, String> variables;
  private final Set<String> asked = new TreeSet<>();

  RecordingEnvironment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  Set<String> asked() {
    return asked;
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    asked.add(String.valueOf(name));
    return variables.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    asked.add(String.valueOf(name));
    return variables.containsKey(name);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return variables.entrySet();
  }
}
