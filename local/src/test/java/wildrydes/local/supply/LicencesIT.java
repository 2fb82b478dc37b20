package wildrydes.local.supply;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What we hand on and what we run comes under licences that we know, and with what they ask for.
 */
@SuppressWarnings("NullAway.Init") // Read before the tests.
class LicencesIT {

  private static LocalClassPath classPath;

  @BeforeAll
  static void readTheClassPath() {
    classPath = LocalClassPath.read();
  }

  @ParameterizedTest
  @FieldSource("wildrydes.local.supply.ComponentList#FUNCTIONS")
  void whatIsDeployedIsUnderLicencesThatAskOnlyToBeNamed(String function) {
    assertThat(ComponentList.of(function).components())
        .filteredOn(component -> !isDeployable(component))
        .as("decide on a new licence in AcceptedLicences")
        .isEmpty();
  }

  @Test
  void whatRunsOnALaptopIsUnderLicencesThatWeKnow() {
    assertThat(ComponentList.of(ComponentList.LOCAL).components())
        .filteredOn(component -> !isDeployable(component))
        .filteredOn(component -> !AcceptedLicences.LOCAL.containsKey(component.licence()))
        .as("decide on a new licence in AcceptedLicences")
        .isEmpty();
  }

  @Test
  void whatWasCopiedIntoAComponentIsKnown() {
    var inside = new TreeSet<String>();
    for (var component : ComponentList.of(ComponentList.LOCAL).components()) {
      classPath
          .jarOf(component)
          .map(Jar::artifactsInside)
          .orElse(Set.of())
          .forEach(artifact -> inside.add(component.artifact() + " has " + artifact));
      inside.remove(component.artifact() + " has " + component.artifact());
    }

    assertThat(inside).containsExactlyElementsOf(new TreeSet<>(AcceptedLicences.INSIDE.keySet()));
  }

  @ParameterizedTest
  @FieldSource("wildrydes.local.supply.ComponentList#FUNCTIONS")
  void aPackedFunctionCarriesOurLicenceAndEveryOtherThatItsComponentsCarry(String function)
      throws IOException {
    Map<String, String> packed = Jar.packed(function).legalTexts();
    String all = packed.values().stream().map(LicencesIT::oneLine).collect(joining("\n"));

    List<String> notices = lines(packed.getOrDefault("META-INF/NOTICE", ""));

    assertThat(packed.get("META-INF/LICENSE"))
        .isEqualTo(Files.readString(ComponentList.file("LICENSE")));
    for (var component : ComponentList.of(function).components()) {
      classPath
          .jarOf(component)
          .orElseThrow()
          .legalTexts()
          .forEach(
              (name, text) -> {
                if (isNotice(name)) {
                  assertThat(notices).as(name + " of " + component).containsAll(lines(text));
                } else if (!isApacheAlone(text)) {
                  assertThat(all.contains(oneLine(text)))
                      .as(
                          "%s of %s is in %s.jar: put it into edge's META-INF/licences",
                          name, component, function)
                      .isTrue();
                }
              });
    }
  }

  /** Some components forget the text that their licence wants to see kept. */
  @ParameterizedTest
  @FieldSource("wildrydes.local.supply.ComponentList#FUNCTIONS")
  void aComponentUnderAnotherLicenceThanOursHasItsTextInThePackedFunction(String function) {
    List<String> texts =
        Jar.packed(function).legalTexts().keySet().stream()
            .filter(name -> name.startsWith("META-INF/licences/"))
            .map(name -> name.replaceAll("^META-INF/licences/|\\.txt$", ""))
            .toList();

    assertThat(ComponentList.of(function).components())
        .filteredOn(component -> component.licences().stream().anyMatch(LicencesIT::wantsItsText))
        .isNotEmpty()
        .filteredOn(component -> texts.stream().noneMatch(component.name()::startsWith))
        .as("put their licences into edge's META-INF/licences")
        .isEmpty();
  }

  @Test
  void thePageOfLicencesIsUpToDate() throws IOException {
    Path page = ComponentList.file("docs/licences.md");
    String written = Files.readString(page);

    String updated = LicencePage.updated(written);

    Files.writeString(ComponentList.target(ComponentList.LOCAL).resolve("licences.md"), updated);
    assertThat(written)
        .as("docs/licences.md is old. Update it: cp local/target/licences.md docs/licences.md")
        .isEqualTo(updated);
  }

  private static boolean isDeployable(Component component) {
    return !component.licences().isEmpty()
        && AcceptedLicences.DEPLOYED.containsAll(component.licences());
  }

  /** MIT-0 asks for nothing. */
  private static boolean wantsItsText(String licence) {
    return !licence.equals("Apache-2.0") && !licence.equals("MIT-0");
  }

  private static boolean isNotice(String name) {
    return name.matches("META-INF/NOTICE(\\.txt|\\.md)?");
  }

  /** The one licence of ours answers for it. */
  private static boolean isApacheAlone(String text) {
    String line = oneLine(text);
    return line.matches("(?i).*apache (\\(software\\) )?license,? version 2\\.0.*")
        && Stream.of("Permission is hereby granted", "Redistribution and use in source")
            .noneMatch(line::contains);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
