package wildrydes.emulators.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.StackSettings;

/** The template that is deployed. */
class ProductTemplateTest {

  private final Template template =
      Template.read(StackSettings.repositoryTemplate(), TemplateText.settings(Map.of()));

  @Test
  void everyQueueOfRidesHasItsDeadLetters() {
    var redrives = template.queues().stream().filter(queue -> queue.redrive().isPresent()).toList();

    assertThat(redrives)
        .extracting(Queue::name, queue -> queue.redrive().orElseThrow())
        .containsExactly(
            tuple(
                "Test-RideRequests",
                new Queue.Redrive(
                    "arn:aws:sqs:us-west-2:000000000000:Test-RideRequests-DeadLetters", 5)),
            tuple(
                "Test-RideOutcomes",
                new Queue.Redrive(
                    "arn:aws:sqs:us-west-2:000000000000:Test-RideOutcomes-DeadLetters", 5)));
  }

  @Test
  void tablesHaveTheirKeys() {
    assertThat(template.tables())
        .extracting(Table::name, Table::key, Table::timeToLive)
        .containsExactly(
            tuple("Test-Unicorns", new Table.Key("Cell", Optional.of("Spot")), Optional.empty()),
            tuple(
                "Test-Rides", new Table.Key("RideId", Optional.empty()), Optional.of("ExpiresAt")));
  }

  @Test
  void functionsAreToldWhereTheirQueuesAndTablesAre() {
    var variables =
        template.resource("RequestApiFunction").properties().path("Environment").path("Variables");

    assertThat(variables.path("RIDES_TABLE").asText()).isEqualTo("Test-Rides");
    assertThat(variables.path("RIDE_REQUEST_QUEUE_URL").asText())
        .isEqualTo("http://127.0.0.1:9324/000000000000/Test-RideRequests");
  }
}
