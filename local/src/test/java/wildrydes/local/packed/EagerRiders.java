package wildrydes.local.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LambdaFunction;
import wildrydes.messages.Location;

/**
 * Riders who press the button until they see a 202, and some of them once more, always with the
 * same key. They come in bursts to one place, so that dispatchers compete.
 */
final class EagerRiders implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private static final int MILLIS_BETWEEN_BURSTS = 800;
  private static final int MAX_BURST = 6;

  /** On a slow machine fewer come: what is tested is not its speed. */
  private static final int MAX_WAITING = 12;

  /** One in so many asks again after the 202. */
  private static final int IMPATIENCE = 4;

  /** The first burst and then one in so many is where no unicorn is. */
  private static final int FAR_AWAY = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LambdaFunction api;
  private final Random random;
  private final Map<String, Set<String>> ridesByKey = new ConcurrentHashMap<>();
  private int bursts;
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService riders = Executors.newVirtualThreadPerTaskExecutor();

  EagerRiders(LambdaFunction api, Random random) {
    this.api = api;
    this.random = random;
  }

  void start() {
    var _ = clock.scheduleAtFixedRate(this::burst, 0, MILLIS_BETWEEN_BURSTS, TimeUnit.MILLISECONDS);
  }

  /** Nobody new comes, and whoever came has got a 202 when this returns. */
  @Override
  public void close() {
    clock.close();
    riders.close();
  }

  /** Every key and the ids of the rides that were answered to it. */
  Map<String, Set<String>> ridesByKey() {
    return ridesByKey;
  }

  /** How often a request was sent, with all repetitions. */
  int posts() {
    return posts.get();
  }

  /** Answers that nobody should see while only processes die. */
  Set<String> surprises() {
    return surprises;
  }

  private void burst() {
    if (waiting.get() > MAX_WAITING) {
      return;
    }
    Location place = bursts++ % FAR_AWAY == 0 ? KilledCity.FAR_AWAY : KilledCity.place(random);
    for (int i = random.nextInt(MAX_BURST); i >= 0; i--) {
      String key = "key-" + ridesByKey.size() + "-" + random.nextLong();
      boolean twice = random.nextInt(IMPATIENCE) == 0;
      ridesByKey.put(key, ConcurrentHashMap.newKeySet());
      waiting.incrementAndGet();
      riders.execute(
          () -> {
            pressUntilAccepted(key, place, twice);
            waiting.decrementAndGet();
          });
    }
  }

  private void pressUntilAccepted(String key, Location place, boolean twice) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int accepted = 0;
    while (accepted < (twice ? 2 : 1)) {
      posts.incrementAndGet();
      if (api.invoke(event(key, place)) instanceof Invocation.Answered(var answer)
          && isAccepted(key, answer)) {
        accepted++;
      }
      if (System.nanoTime() > deadline) {
        surprises.add("not accepted within " + PATIENCE);
        return;
      }
    }
  }

  private boolean isAccepted(String key, byte[] answer) {
    try {
      JsonNode response = JSON.readTree(answer);
      if (response.get("statusCode").intValue() == 202) {
        String id = JSON.readTree(response.get("body").textValue()).get("RideId").textValue();
        ridesByKey.getOrDefault(key, Set.of()).add(id);
        return true;
      }
      // 503 is honest on a busy machine: nothing was promised, and the same key is sent again.
      if (response.get("statusCode").intValue() != 503) {
        surprises.add(new String(answer, UTF_8));
      }
    } catch (IOException e) {
      surprises.add(e.toString());
    }
    return false;
  }

  private static byte[] event(String key, Location place) {
    try {
      return Events.asking("rider-of-" + key, key, place).getBytes(UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
