package wildrydes.local.faults;

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
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import wildrydes.local.DocumentedHttp;
import wildrydes.messages.Location;

/**
 * Riders who insist: each asks for its ride until it is accepted, with the same key each time. Some
 * hang up before the answer and ask again, some ask twice at once, some have no key.
 */
final class Crowd {

  /** Longer than the API may take for anything. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private static final Duration HANGING_UP = Duration.ofMillis(40);
  private static final int TRIES = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = new JsonMapper();
  private final URI api;
  private final Towns towns;
  private final long seed;
  private final Duration pause;
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Accepted> newest = new AtomicReference<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder unavailable = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  /** A 202. */
  record Accepted(String rider, Optional<String> key, Location pickup, String rideId) {}

  private record Order(String rider, Optional<String> key, Location pickup) {}

  /**
   * Riders of these towns.
   *
   * @param pause between two rides of one rider, and before it asks again
   */
  Crowd(URI api, Towns towns, long seed, Duration pause) {
    this.api = api;
    this.towns = towns;
    this.seed = seed;
    this.pause = pause;
  }

  /** Requests rides 0, 1, 2, ... from so many phones at once, for as long as {@code another}. */
  void ride(int phones, IntPredicate another) {
    var next = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int phone = 0; phone < phones; phone++) {
        threads.execute(
            () -> {
              for (int number = next.getAndIncrement();
                  another.test(number);
                  number = next.getAndIncrement()) {
                try {
                  request(number);
                } catch (RuntimeException e) {
                  complaints.add("ride %d: %s".formatted(number, e));
                }
                LockSupport.parkNanos(pause.toNanos());
              }
            });
      }
    }
  }

  private void request(int number) {
    var random = new SplittableRandom(seed + number);
    boolean keyed = random.nextInt(10) > 0;
    var order =
        new Order(
            "rider-" + number % 50,
            keyed ? Optional.of("key-%d-%d".formatted(seed, number)) : Optional.empty(),
            towns.pickup(number));
    if (keyed && random.nextInt(15) == 0) {
      hangUp(order);
    }
    if (keyed && random.nextInt(15) == 0) {
      Thread twin = Thread.startVirtualThread(() -> insist(order));
      insist(order);
      join(twin);
    } else {
      insist(order);
    }
    if (keyed && random.nextInt(15) == 0) {
      insist(order);
    }
  }

  private void insist(Order order) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      HttpResponse<String> response = post(order, PATIENCE);
      switch (response.statusCode()) {
        case 202 -> {
          var ride = new Accepted(order.rider, order.key, order.pickup, rideIdOf(response.body()));
          accepted.add(ride);
          newest.set(ride);
          return;
        }
        case 503 -> {
          unavailable.increment();
          if (response.headers().firstValue("Retry-After").isEmpty()) {
            complaints.add("503 without Retry-After: " + response.body());
          }
          LockSupport.parkNanos(pause.toNanos());
        }
        default -> {
          complaints.add("answered with " + response.statusCode() + ": " + response.body());
          return;
        }
      }
    }
    givenUp.increment();
  }

  private void hangUp(Order order) {
    try {
      var _ = post(order, HANGING_UP);
    } catch (UncheckedIOException e) {
      // As meant: the rider will never know what came of it.
      return;
    }
  }

  private HttpResponse<String> post(Order order, Duration patience) {
    requests.increment();
    String body =
        "{\"PickupLocation\":{\"Latitude\":%s,\"Longitude\":%s}}"
            .formatted(order.pickup.latitude(), order.pickup.longitude());
    var request =
        HttpRequest.newBuilder(api.resolve("/ride"))
            .timeout(patience)
            .header("Authorization", "Bearer " + order.rider)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    order.key.ifPresent(key -> request.header("Idempotency-Key", key));
    return send(request.build());
  }

  /** How the rider sees the ride. */
  JsonNode look(Accepted ride) {
    var request =
        HttpRequest.newBuilder(api.resolve("/ride/" + ride.rideId()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + ride.rider());
    return read(send(request.build()).body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      complainIfUndocumented(request, response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void complainIfUndocumented(HttpRequest request, HttpResponse<String> response) {
    try {
      DocumentedHttp.check(request, response);
    } catch (AssertionError e) {
      complaints.add(e.toString());
    }
  }

  private String rideIdOf(String body) {
    return read(body).get("RideId").textValue();
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(Thread twin) {
    try {
      twin.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every 202, also the repeated ones. */
  List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /** The ride accepted last, if one was. */
  Optional<Accepted> newest() {
    return Optional.ofNullable(newest.get());
  }

  /** Answers that the API must never give. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  long requests() {
    return requests.sum();
  }

  /** 503s. */
  long unavailable() {
    return unavailable.sum();
  }

  long givenUp() {
    return givenUp.sum();
  }
}
