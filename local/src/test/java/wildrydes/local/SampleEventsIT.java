package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.StackSettings;

/** The events in {@code events/}, with which the functions are tried in the Lambda console. */
class SampleEventsIT {

  @Test
  void theClassicSamplesEventIsAccepted() throws IOException {
    JsonNode answer =
        new TestFunction("RequestApiFunction", Map.of()).answer(event("TestRequestEvent.json"));

    assertThat(answer.get("statusCode").intValue()).isEqualTo(202);
    assertThat(new JsonMapper().readTree(answer.get("body").textValue()).get("Rider").textValue())
        .isEqualTo("the_username");
  }

  @Test
  void anUnknownRideIsNotFound() throws IOException {
    JsonNode answer =
        new TestFunction("RequestApiFunction", Map.of()).answer(event("GetRide.json"));

    assertThat(answer.get("statusCode").intValue()).isEqualTo(404);
  }

  @Test
  void theDispatcherKeepsTheRideThatNobodyIsNearAndPutsThePoisonAside() throws IOException {
    JsonNode answer =
        new TestFunction("DispatcherFunction", Map.of()).answer(event("RideRequests.json"));

    assertThat(answer.get("batchItemFailures").findValuesAsText("itemIdentifier"))
        .containsExactly("00000000-0000-0000-0000-000000000001");
  }

  @Test
  void theRecorderPutsOutcomesOfUnknownRidesAside() throws IOException {
    JsonNode answer =
        new TestFunction("RecorderFunction", Map.of()).answer(event("RideOutcomes.json"));

    assertThat(answer.get("batchItemFailures")).isEmpty();
  }

  private static JsonNode event(String name) throws IOException {
    Path file = StackSettings.repositoryTemplate().resolveSibling("events/" + name);
    return new JsonMapper().readTree(file.toFile());
  }
}
