package wildrydes.ops.ride;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.ops.terminal.CommandFailure;

/**
 * The request API over HTTP. A call that gets no answer, or "try later", is made again until the
 * deadline: every call is safe to repeat, the request by its key.
 */
final class RideApi {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** The most that the API grants. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private static final Duration CALL_TIMEOUT = LONGEST_WAIT.plusSeconds(10);

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI base;
  private final String token;
  private final Wait wait;
  private final Instant deadline;

  RideApi(URI base, String token, Wait wait, Instant deadline) {
    this.base = base;
    this.token = token;
    this.wait = wait;
    this.deadline = deadline;
  }

  /**
   * Asks for a ride.
   *
   * @param key the same key makes the same ride
   */
  ApiAnswer request(Location pickup, String key) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("PickupLocation")
        .put("Latitude", pickup.latitude())
        .put("Longitude", pickup.longitude());
    return call(
        to("/ride")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  ApiAnswer show(RideId id) {
    return call(to("/ride/" + id).GET().build());
  }

  /** Asks for a ride and lets the API answer when it has an outcome, if that comes soon. */
  ApiAnswer await(RideId id) {
    Duration left = Duration.between(wait.instant(), deadline);
    long seconds = Math.clamp(left.toSeconds(), 0, LONGEST_WAIT.toSeconds());
    return call(to("/ride/" + id).header("Prefer", "wait=" + seconds).GET().build());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(CALL_TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  /**
   * The answer, good or bad.
   *
   * @throws CommandFailure if none comes before the deadline
   */
  private ApiAnswer call(HttpRequest request) {
    Duration pause = Duration.ofMillis(500);
    while (true) {
      try {
        ApiAnswer answer = ApiAnswer.of(http.send(request, BodyHandlers.ofString()));
        if (!answer.isPassing() || !pauseFits(answer.retryAfter())) {
          return answer;
        }
        wait.sleep(answer.retryAfter());
      } catch (ConnectException e) {
        // Nobody listens: that will not mend itself while somebody waits at the terminal.
        throw ApiFailures.unreachable(base, e);
      } catch (IOException e) {
        if (!pauseFits(pause)) {
          throw ApiFailures.unreachable(base, e);
        }
        wait.sleep(pause);
        pause = pause.multipliedBy(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the call was interrupted", e);
      }
    }
  }

  private boolean pauseFits(Duration pause) {
    return wait.instant().plus(pause).isBefore(deadline);
  }
}
