package wildrydes.ops.ride;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import wildrydes.ops.terminal.PlainText;

/** A ride as the API tells it: fields that it does not have read as empty. */
record RideView(JsonNode json) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The body's ride; a body that is none reads as a ride without any field. */
  static RideView of(String body) {
    try {
      return new RideView(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return new RideView(JSON.missingNode());
    }
  }

  String id() {
    return text("RideId");
  }

  String status() {
    return text("Status");
  }

  boolean isDecided() {
    return !status().equals("REQUESTED");
  }

  String text(String field) {
    return PlainText.of(json.path(field).asText());
  }

  /** A step of its way, and when. */
  record Stage(String name, String time) {}

  /** Its timeline; of an API that tells none, only the request. */
  List<Stage> stages() {
    List<Stage> stages =
        json.path("Timeline")
            .valueStream()
            .map(
                stage ->
                    new Stage(
                        PlainText.of(stage.path("Stage").asText()),
                        PlainText.of(stage.path("Time").asText())))
            .toList();
    return stages.isEmpty() ? List.of(new Stage("REQUESTED", text("RequestTime"))) : stages;
  }

  /** Name, color and gender. */
  String unicorn() {
    JsonNode unicorn = json.path("Unicorn");
    return PlainText.of(
        "%s (%s, %s)"
            .formatted(
                json.path("UnicornName").asText(),
                unicorn.path("Color").asText(),
                unicorn.path("Gender").asText()));
  }

  String pickup() {
    JsonNode pickup = json.path("PickupLocation");
    return pickup.path("Latitude").asText() + "," + pickup.path("Longitude").asText();
  }
}
