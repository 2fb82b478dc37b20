package wildrydes.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import wildrydes.messages.Location;

/** Ask for rides over HTTP, each when it is due, whether others were answered or not. */
final class Riders implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final Iterator<Location> pickups;
  private final StoredRides stored;
  private int asked;

  Riders(URI api, Iterator<Location> pickups, StoredRides stored) {
    this.url = api.resolve("/ride");
    this.pickups = pickups;
    this.stored = stored;
  }

  /** A ride that was accepted: when it was due, and when that was answered. */
  private record Accepted(String rideId, Instant due, Instant answered) {}

  /** Offers so many rides a second for so long, evenly, and waits for what becomes of them. */
  Step offer(double ridesPerSecond, Duration time) throws InterruptedException {
    int rides = (int) Math.round(ridesPerSecond * time.toMillis() / 1000);
    List<Future<Optional<Accepted>>> answers = new ArrayList<>();
    Instant begin = Instant.now();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rides; i++) {
        long nanos = (long) (i * 1e9 / ridesPerSecond);
        for (long left = start + nanos - System.nanoTime();
            left > 0;
            left = start + nanos - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        HttpRequest request = request("rider-" + asked++, pickups.next());
        answers.add(threads.submit(() -> ask(request, begin.plusNanos(nanos))));
      }
    }
    List<Accepted> accepted =
        answers.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
    Map<String, Instant> assigned =
        stored.awaitAssigned(accepted.stream().map(Accepted::rideId).toList(), PATIENCE);
    List<Step.Ride> ended = new ArrayList<>();
    for (Accepted ride : accepted) {
      Instant end = assigned.get(ride.rideId);
      if (end != null) {
        ended.add(new Step.Ride(ride.due, ride.answered, end));
      }
    }
    return new Step(ridesPerSecond, begin, time, rides, ended);
  }

  int asked() {
    return asked;
  }

  private HttpRequest request(String rider, Location pickup) {
    String body =
        String.format(
            Locale.ROOT,
            "{\"PickupLocation\":{\"Latitude\":%.6f,\"Longitude\":%.6f}}",
            pickup.latitude(),
            pickup.longitude());
    return HttpRequest.newBuilder(url)
        .header("Authorization", "Bearer " + rider)
        .header("Content-Type", "application/json")
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private Optional<Accepted> ask(HttpRequest request, Instant due) throws InterruptedException {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Instant answered = Instant.now();
      return answer.statusCode() == 202
          ? Optional.of(
              new Accepted(JSON.readTree(answer.body()).path("RideId").asText(), due, answered))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
