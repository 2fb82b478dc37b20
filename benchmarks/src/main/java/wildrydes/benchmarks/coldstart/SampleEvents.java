package wildrydes.benchmarks.coldstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.messages.Location;

/** The repository's sample events: a ride is asked for, dispatched, recorded. */
final class SampleEvents {

  /** Where all of them want to be picked up. */
  static final Location PICKUP = new Location(47.6174755835663, -122.28837066650185);

  private static final JsonMapper JSON = new JsonMapper();

  private SampleEvents() {}

  /** The event that the function is invoked with; a batch has one message. */
  static String of(ServerlessFunction function) throws IOException {
    return switch (function.logicalId()) {
      case "RequestApiFunction" -> read("TestRequestEvent.json").toString();
      case "DispatcherFunction" -> first("RideRequests.json").toString();
      case "RecorderFunction" -> first("RideOutcomes.json").toString();
      default -> throw new IllegalArgumentException("no event for " + function.logicalId());
    };
  }

  private static ObjectNode first(String file) throws IOException {
    ObjectNode event = read(file);
    var record = (ObjectNode) event.get("Records").get(0);
    event.putArray("Records").add(record);
    var message = (ObjectNode) JSON.readTree(record.get("body").textValue());
    if (message.has("LeaseUntil")) {
      message.put("LeaseUntil", Instant.now().plusSeconds(3600).toString());
    }
    record.put("body", message.toString());
    return event;
  }

  private static ObjectNode read(String file) throws IOException {
    return (ObjectNode)
        JSON.readTree(
            Files.readString(
                StackSettings.repositoryTemplate().resolveSibling("events").resolve(file)));
  }
}
