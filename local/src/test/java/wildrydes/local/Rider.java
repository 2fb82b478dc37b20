package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import wildrydes.messages.Location;

/** A rider with a phone: asks over HTTP and polls. */
public record Rider(URI api, String name) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Requests a ride, sees it accepted and returns its id. */
  public String request(Location pickup) {
    HttpResponse<String> response = post(body(pickup));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return json(response).get("RideId").textValue();
  }

  HttpResponse<String> post(String body, String... headers) {
    var request =
        to("/ride")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> get(String rideId) {
    return send(to("/ride/" + rideId));
  }

  /** A request with the rider's token. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + name);
  }

  /** The ride once it is in that state; fails if it never is. */
  public JsonNode awaitStatus(String rideId, String status) {
    return await("ride " + rideId + " is " + status)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> json(get(rideId)), ride -> ride.path("Status").asText().equals(status));
  }

  static String body(Location pickup) {
    return "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}"
        .formatted(pickup.latitude(), pickup.longitude());
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      DocumentedHttp.check(request, response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
