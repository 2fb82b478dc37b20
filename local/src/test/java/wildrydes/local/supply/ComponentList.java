package wildrydes.local.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import wildrydes.emulators.StackSettings;

/**
 * A module's CycloneDX list of what it runs with.
 *
 * @param module such as {@code request-api}
 */
record ComponentList(String module, List<Component> components) {

  /** What is deployed: each is packed into one jar with all that it needs. */
  static final List<String> FUNCTIONS = List.of("request-api", "dispatcher", "recorder");

  /** What runs on a laptop: the functions, the emulators and the operator's commands. */
  static final String LOCAL = "local";

  ComponentList {
    components = List.copyOf(components);
  }

  /** Reads {@code target/<module>.cdx.json}. */
  static ComponentList of(String module) {
    Path file = target(module).resolve(module + ".cdx.json");
    assertThat(file).as("a list of components: mvn package writes it").exists();
    try {
      var list = JsonMapper.builder().build().readTree(file.toFile());
      return new ComponentList(
          module, list.path("components").valueStream().map(Component::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path target(String module) {
    return file(module + "/target");
  }

  static Path file(String name) {
    return StackSettings.repositoryTemplate().resolveSibling(name);
  }
}
