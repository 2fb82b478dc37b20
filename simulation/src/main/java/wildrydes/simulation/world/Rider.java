package wildrydes.simulation.world;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.world.Scenario.Wish;

/** Somebody who wants one ride, asks again if told to, and looks at it now and then. */
final class Rider {

  private static final Pattern RIDE_ID = Pattern.compile("\"RideId\":\"([^\"]+)\"");
  private static final Pattern STATUS = Pattern.compile("\"Status\":\"([A-Z]+)\"");
  private static final int ATTEMPTS = 4;
  private static final int MAX_LOOKS = 2;

  private final Cloud cloud;
  private final Api api;
  private final Wish wish;
  private final Promises promises;
  private final SplittableRandom random;

  Rider(Cloud cloud, Api api, Wish wish, Promises promises, SplittableRandom random) {
    this.cloud = cloud;
    this.api = api;
    this.wish = wish;
    this.promises = promises;
    this.random = random;
  }

  void start() {
    var machine = new Machine(cloud.scheduler(), wish.rider(), Duration.ZERO, () -> {});
    cloud.scheduler().after(wish.after(), () -> cloud.scheduler().start(machine, this::ask));
  }

  private void ask() {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var reply = api.post(wish.rider(), wish.pickup(), wish.key(), waitSeconds());
      if (reply.status() / 100 == 2) {
        String id = find(RIDE_ID, reply.body()).orElseThrow();
        promises.accepted(wish, id);
        promises.shown(id, "REQUESTED", status(reply));
        lookAt(id);
        return;
      }
      // Without a key, to ask again would be to ask for another ride.
      if (wish.key().isEmpty() || random.nextInt(5) == 0) {
        return;
      }
      cloud.scheduler().pause(Duration.ofMillis(random.nextInt(500, 6000)));
    }
  }

  private void lookAt(String id) {
    for (int looks = random.nextInt(MAX_LOOKS + 1); looks > 0; looks--) {
      cloud.scheduler().pause(Duration.ofMillis(random.nextInt(1, 40_000)));
      look(api, promises, wish.rider(), id, waitSeconds());
    }
  }

  /** Asks for the ride once, and notes what the API says of it. */
  static void look(Api api, Promises promises, String rider, String id, int waitSeconds) {
    String before = promises.lastShown(id);
    var reply = api.get(rider, id, waitSeconds);
    if (reply.status() == 200) {
      promises.shown(id, before, status(reply));
    } else if (reply.status() == 404) {
      promises.shown(id, before, "404");
    }
  }

  private static String status(Api.Reply reply) {
    boolean overdue = reply.body().contains("\"no outcome in time\"");
    return overdue ? "OVERDUE" : find(STATUS, reply.body()).orElseThrow();
  }

  /** Most of them ask and go, the others wait for some time. */
  private int waitSeconds() {
    return random.nextInt(10) > 0 ? 0 : random.nextInt(1, 21);
  }

  private static Optional<String> find(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
