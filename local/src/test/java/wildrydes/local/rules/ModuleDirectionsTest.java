package wildrydes.local.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which module may know which: {@code messages <- edge <- the functions <- local}. */
class ModuleDirectionsTest {

  /** Each module's package below {@code wildrydes}, and the modules it may use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "messages", List.of(),
          // Only tests use it.
          "contract", List.of(),
          "edge", List.of("messages"),
          "requestapi", List.of("messages", "edge"),
          "dispatcher", List.of("messages", "edge"),
          "recorder", List.of("messages", "edge"),
          "emulators", List.of(),
          // The fleet commands write the items that the dispatcher reads.
          "ops", List.of("messages", "dispatcher"),
          "local",
              List.of(
                  "messages", "edge", "requestapi", "dispatcher", "recorder", "emulators", "ops"));

  @SuppressWarnings("UnusedVariable") // JUnit reads it by its name.
  private static final List<String> MODULES = List.copyOf(MAY_USE.keySet());

  @Test
  void everyModuleHasItsDirections() {
    var found = ProductClasses.ALL.stream().map(ModuleDirectionsTest::module).collect(toSet());

    assertThat(found)
        .as("the packages below wildrydes: give a new one its line in MAY_USE")
        .isEqualTo(MAY_USE.keySet());
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void aModuleUsesOnlyWhatItMay(String module) {
    var itself = Stream.of(module);
    String[] allowed =
        Stream.concat(itself, MAY_USE.getOrDefault(module, List.of()).stream())
            .map(ModuleDirectionsTest::packages)
            .toArray(String[]::new);

    noClasses()
        .that(resideInAPackage(packages(module)))
        .should()
        .dependOnClassesThat(resideInAPackage("wildrydes..").and(not(resideInAnyPackage(allowed))))
        .because("directions are messages <- edge <- the functions <- local")
        .check(ProductClasses.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "requestapi", "dispatcher", "recorder"})
  void aStoryDoesNotKnowItsAwsSide(String module) {
    noClasses()
        .that(resideInAPackage("wildrydes." + module))
        .should()
        .dependOnClassesThat(resideInAnyPackage("wildrydes..aws..", "wildrydes.edge.."))
        .because("the AWS side is wired around the story, which must run without it")
        .check(ProductClasses.ALL);
  }

  @Test
  void noPackagesDependOnEachOther() {
    slices()
        .matching("(wildrydes..)")
        .should()
        .beFreeOfCycles()
        .because("what needs each other belongs into one package")
        .check(ProductClasses.ALL);
  }

  /** The first package below {@code wildrydes}. */
  private static String module(JavaClass type) {
    return type.getPackageName().replaceFirst("wildrydes\\.", "").replaceFirst("\\..*", "");
  }

  private static String packages(String module) {
    return "wildrydes." + module + "..";
  }
}
