package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.messages.Location;

/** Riders of a program that may die at any moment: without an answer they ask again, same key. */
final class PersistentRiders {

  private static final int RIDERS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private record Request(String key, Location place) {}

  private final Random random;
  private final Map<String, Set<String>> ridesByKey = new ConcurrentHashMap<>();
  private final Set<Request> unsure = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answeredAgain = new AtomicInteger();

  PersistentRiders(Random random) {
    this.random = random;
  }

  static Location somewhere(Random random) {
    return new Location(-41.1 - random.nextDouble(0.01), 73.2 + random.nextDouble(0.01));
  }

  /** The ids that were answered to each key. */
  Map<String, Set<String>> ridesByKey() {
    return ridesByKey;
  }

  int answeredAgain() {
    return answeredAgain.get();
  }

  /** All ask at once and without a pause, until so many are accepted and the program is dead. */
  void askUntil(int accepted, URI api, Runnable kill, int delayMillis) {
    var left = new AtomicInteger(accepted);
    var killed = new CompletableFuture<Void>();
    try (ExecutorService riders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < RIDERS; i++) {
        var own = new Random(random.nextLong());
        riders.execute(
            () -> {
              while (!killed.isDone()) {
                if (ask(api, next(own)) && left.decrementAndGet() == 0) {
                  if (delayMillis > 0) {
                    CompletableFuture.runAsync(
                            kill,
                            CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS))
                        .join();
                  } else {
                    kill.run();
                  }
                  killed.complete(null);
                }
              }
            });
      }
    }
  }

  private Request next(Random own) {
    return unsure.stream()
        .findAny()
        .filter(unsure::remove)
        .orElseGet(() -> new Request("key-" + own.nextLong(), somewhere(own)));
  }

  /** Whoever has got no answer so far gets one now. */
  void askAgainWhereUnsure(URI api) {
    await("answers to all who had none")
        .atMost(PATIENCE)
        .until(
            () -> {
              for (Request request : Set.copyOf(unsure)) {
                unsure.remove(request);
                ask(api, request);
              }
              return unsure.isEmpty();
            });
  }

  /** Whether it was accepted. */
  private boolean ask(URI api, Request request) {
    HttpResponse<String> response;
    try {
      response =
          rider(api, request.key())
              .post(Rider.body(request.place()), "Idempotency-Key", request.key());
    } catch (UncheckedIOException e) {
      unsure.add(request);
      return false;
    }
    if (response.statusCode() == 503) {
      // A busy machine: nothing was promised, and the answer says to ask again.
      unsure.add(request);
      return false;
    }
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    var rides = ridesByKey.computeIfAbsent(request.key(), _ -> ConcurrentHashMap.newKeySet());
    if (!rides.add(Rider.json(response).get("RideId").textValue())) {
      answeredAgain.incrementAndGet();
    }
    return true;
  }

  /** Each ride that was answered 202 can be seen by its rider. */
  void assertThatAllAcceptedAreThere(URI api) {
    ridesByKey.forEach(
        (key, rides) ->
            rides.forEach(
                ride -> assertThat(rider(api, key).get(ride).statusCode()).isEqualTo(200)));
  }

  private static Rider rider(URI api, String key) {
    return new Rider(api, "rider-of-" + key);
  }
}
