package wildrydes.ops.ride;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;

/** Says what the API's refusals mean: the one place where HTTP codes become exits. */
final class ApiFailures {

  private static final JsonMapper JSON = new JsonMapper();

  private ApiFailures() {}

  static CommandFailure unreachable(URI base, IOException cause) {
    return new CommandFailure(
        Exit.UNREACHABLE,
        "Nothing answers at %s.\nStart it with ./rides local, or name another with --api."
            .formatted(base),
        cause);
  }

  static CommandFailure of(ApiAnswer answer, URI base) {
    JsonNode problem = read(answer.body());
    return switch (answer.status()) {
      case 401, 403 ->
          failure(
              Exit.NOT_PERMITTED,
              problem,
              "The API at " + base + " does not accept the token.",
              "Give a valid one with --token or RIDES_TOKEN; a local run takes --as NAME instead.");
      case 404 ->
          failure(
              Exit.NOT_FOUND,
              problem,
              "There is nothing at that address of " + base + ".",
              "Riders see only their own rides: check the id, and --as or --token.");
      case 400, 409, 413, 415, 422 ->
          failure(Exit.REFUSED, problem, "The API refused the request.", "");
      case 429, 502, 503, 504 ->
          failure(
              Exit.UNREACHABLE,
              problem,
              "The API at " + base + " cannot serve this at the moment.",
              "Try again in a minute.");
      default ->
          failure(
              Exit.UNEXPECTED,
              problem,
              "%s answered %d, which is no answer of the ride API."
                  .formatted(base, answer.status()),
              "Check --api.");
    };
  }

  /** The problem's own words where it has some: {@code usual} otherwise. */
  private static CommandFailure failure(Exit exit, JsonNode problem, String usual, String next) {
    var text = new StringBuilder();
    if (problem.has("title")) {
      text.append(problem.path("title").asText()).append(". ");
      text.append(problem.path("detail").asText());
    } else {
      text.append(usual);
    }
    for (JsonNode error : problem.path("errors")) {
      text.append(" ").append(error.path("pointer").asText());
      text.append(" ").append(error.path("detail").asText()).append(".");
    }
    String message = PlainText.of(text.toString().strip());
    if (!next.isEmpty()) {
      message += "\n" + next;
    }
    if (problem.has("requestId")) {
      message += "\nRequest " + PlainText.of(problem.path("requestId").asText());
    }
    return new CommandFailure(exit, message);
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
