package wildrydes.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a run went, for people; {@code local/soak} shows it again at its end. */
record Report(String title, Map<String, Object> facts, List<String> violations) {

  private static final int SHOWN = 20;

  /** Where reports and logs of this module's runs are. */
  static Path folder() {
    return Path.of("target", "soak");
  }

  Report with(String fact, Object value) {
    Map<String, Object> more = new TreeMap<>(facts);
    more.put(fact, value);
    return new Report(title, more, violations);
  }

  Report with(Stopwatch stopwatch) {
    Map<String, Object> more = new TreeMap<>(facts);
    more.putAll(stopwatch.laps());
    return new Report(title, more, violations);
  }

  /** Prints it, keeps it, and fails if anything was violated. */
  void publish() throws IOException {
    var text = new StringBuilder("%n%s%n".formatted(title));
    facts.forEach((fact, value) -> text.append("  %-28s %s%n".formatted(fact, value)));
    text.append("  %-28s %d%n".formatted("violations", violations.size()));
    violations.stream().limit(SHOWN).forEach(each -> text.append("    ! " + each + "\n"));
    System.out.println(text);
    Files.createDirectories(folder());
    Files.writeString(folder().resolve(title.replaceAll("\\W+", "-") + ".txt"), text);
    assertThat(violations.stream().limit(SHOWN)).isEmpty();
  }
}
