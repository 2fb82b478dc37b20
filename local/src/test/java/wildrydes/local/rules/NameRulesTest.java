package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.STACK;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.Resource;

/** Two stacks in one account never meet, and a tool finds a stack's resources by its name. */
class NameRulesTest {

  @Test
  void everyNameBeginsWithTheStacks() {
    assertThat(TEMPLATE.resources().stream().flatMap(NameRulesTest::names))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(name.getValue())
                    .as("%s: begin it with ${AWS::StackName}", name.getKey())
                    .matches("(/aws/[a-z]+/)?" + STACK + "(-[A-Za-z-]+)?"));
  }

  @Test
  void noTwoResourcesOfATypeHaveOneName() {
    assertThat(TEMPLATE.resources())
        .extracting(resource -> resource.type() + " " + resource.name())
        .doesNotHaveDuplicates();
  }

  /** Tools that know nothing but the stack's name know these. */
  @Test
  void whatToolsLookForIsNamedAsAgreed() {
    assertThat(TEMPLATE.queues())
        .extracting(queue -> queue.logicalId() + " " + queue.name())
        .containsExactlyInAnyOrder(
            "RideRequestQueue Elsewhere-RideRequests",
            "RideRequestDeadLetterQueue Elsewhere-RideRequests-DeadLetters",
            "RideOutcomeQueue Elsewhere-RideOutcomes",
            "RideOutcomeDeadLetterQueue Elsewhere-RideOutcomes-DeadLetters");
    assertThat(TEMPLATE.tables())
        .extracting(table -> table.logicalId() + " " + table.name())
        .containsExactlyInAnyOrder(
            "RidesTable Elsewhere-Rides", "UnicornsTable Elsewhere-Unicorns");
    assertThat(TEMPLATE.resource("Dashboard").name()).isEqualTo(STACK);
  }

  /** The properties by which a resource is given a name, each with where it stands. */
  private static Stream<Map.Entry<String, String>> names(Resource resource) {
    return resource.properties().properties().stream()
        .filter(property -> property.getKey().endsWith("Name"))
        // What an alarm watches has AWS's name.
        .filter(property -> !property.getKey().equals("MetricName"))
        .filter(property -> property.getValue().isTextual())
        .map(property -> named(resource, property));
  }

  private static Map.Entry<String, String> named(
      Resource resource, Map.Entry<String, JsonNode> property) {
    return Map.entry(
        resource.logicalId() + "." + property.getKey(), property.getValue().textValue());
  }
}
