package wildrydes.local.supply;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The lists of components tell the truth: what they name is there, and nothing else is. */
@SuppressWarnings("NullAway.Init") // Read before the tests.
class ComponentListIT {

  private static LocalClassPath classPath;

  @BeforeAll
  static void readTheClassPath() {
    classPath = LocalClassPath.read();
  }

  @ParameterizedTest
  @FieldSource("wildrydes.local.supply.ComponentList#FUNCTIONS")
  void whatIsInAPackedFunctionIsOfAComponentOnItsList(String function) {
    Map<String, Set<Long>> named = new HashMap<>();
    classPath
        .jarOf(function)
        .contents()
        .forEach((name, sum) -> named.put(name, new HashSet<>(Set.of(sum))));
    for (var contents : componentsOf(function).values()) {
      contents.forEach(
          (name, sum) -> named.computeIfAbsent(name, each -> new HashSet<>()).add(sum));
    }

    Map<String, Long> packed = Jar.packed(function).contents();

    assertThat(packed).hasSizeGreaterThan(3_000);
    // Ours, and in no module: the build puts it into the packed functions alone.
    packed.remove("log4j2.component.properties");
    packed.keySet().removeIf(name -> named.getOrDefault(name, Set.of()).contains(packed.get(name)));
    assertThat(packed.keySet()).as("in the jar, and of no component on the list").isEmpty();
  }

  @ParameterizedTest
  @FieldSource("wildrydes.local.supply.ComponentList#FUNCTIONS")
  void eachComponentOnTheListOfAPackedFunctionIsInItWithTheClassesThatAreReached(String function) {
    Map<String, Long> packed = Jar.packed(function).contents();

    componentsOf(function)
        .forEach(
            (component, contents) -> {
              assertThat(contents).as(component.toString()).isNotEmpty();
              assertThat(contents.keySet())
                  .as("of %s, and in the jar", component)
                  .anyMatch(name -> isSame(name, contents.get(name), packed));
            });
  }

  @Test
  void theListOfTheLocalRunNamesExactlyItsClassPath() {
    Set<String> named =
        ComponentList.of(ComponentList.LOCAL).components().stream()
            .map(Component::sha256)
            .collect(toSet());

    assertThat(classPath.byChecksum()).hasSizeGreaterThan(100).containsOnlyKeys(named);
  }

  private static Map<Component, Map<String, Long>> componentsOf(String function) {
    return ComponentList.of(function).components().stream()
        .collect(
            toMap(
                component -> component,
                component -> classPath.jarOf(component).orElseThrow().contents()));
  }

  /** Where two components had one class, either would do only if they were the same. */
  private static boolean isSame(String name, @Nullable Long sum, Map<String, Long> packed) {
    return name.endsWith(".class")
        ? Objects.equals(packed.get(name), sum)
        : packed.containsKey(name);
  }
}
