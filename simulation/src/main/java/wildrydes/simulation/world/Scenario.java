package wildrydes.simulation.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/**
 * Who wants a ride where and when, and who is there to serve; all but what goes wrong.
 *
 * @param poison messages that nobody can read, and the queue they are put into
 * @param concurrency how many batches of a queue may be worked at once
 * @param staleness how old an eventually consistent read may be
 * @param maxSkew how far each machine's clock may be off, to both sides
 */
public record Scenario(
    List<Wish> wishes,
    List<Stabled> fleet,
    List<Poison> poison,
    int concurrency,
    Duration staleness,
    Duration maxSkew) {

  /**
   * A ride that somebody wants.
   *
   * @param after since the start
   * @param key with which it may be asked for again
   */
  public record Wish(String rider, Location pickup, Duration after, Optional<String> key) {}

  /** A unicorn at its place. */
  public record Stabled(Unicorn unicorn, Location location) {}

  /** A message that nobody can read. */
  public record Poison(String queue, String body, Duration after) {}

  /** Within which the functions' clocks may disagree, as two of them are each half of it off. */
  public static final Duration BOUNDED_SKEW = Duration.ofMillis(2499);

  private static final Location CENTER = new Location(47.6174755835663, -122.28837066650185);

  /** One rider, and two unicorns to choose from. */
  public static Scenario oneRide() {
    return plain(List.of(wish("alice", CENTER, 0)));
  }

  /** Two riders at one place at one time, and two unicorns, of which one is nearer. */
  public static Scenario twoRides() {
    return plain(List.of(wish("alice", CENTER, 0), wish("bob", CENTER, 1)));
  }

  private static Scenario plain(List<Wish> wishes) {
    return new Scenario(
        wishes,
        List.of(
            stabled("Rocinante", CENTER.latitude() + 0.001, CENTER.longitude()),
            stabled("Bucephalus", CENTER.latitude() - 0.006, CENTER.longitude())),
        List.of(),
        2,
        Duration.ZERO,
        Duration.ZERO);
  }

  /** Anything from one ride to a dozen, in a crowd or spread over hours, with poison at times. */
  public static Scenario random(SplittableRandom random) {
    // Most failures need few rides; a crowd now and then finds the rest.
    int rides = 1 + random.nextInt(random.nextInt(10) == 0 ? 12 : 3);
    Duration span = Duration.ofSeconds(List.of(1, 30, 600, 7200).get(random.nextInt(4)));
    // Rides that come about as fast as leases end rely on what other searches have seen.
    boolean rush = random.nextInt(16) == 0;
    if (rush) {
      rides = 12;
      span = Duration.ofMinutes(10);
    }
    double spread = random.nextBoolean() ? 0.0005 : 0.02;
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < rides; i++) {
      var wish =
          new Wish(
              "rider-" + i,
              near(random, spread),
              Duration.ofMillis(random.nextLong(span.toMillis())),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of("key-" + i));
      wishes.add(wish);
      if (wish.key().isPresent() && random.nextInt(6) == 0) {
        // The same wish from two of the rider's devices.
        wishes.add(new Wish(wish.rider(), wish.pickup(), wish.after(), wish.key()));
      }
    }
    int unicorns = random.nextInt(5) == 0 ? random.nextInt(3) : 1 + random.nextInt(rides + 2);
    if (rush) {
      unicorns = rides / 2;
    }
    List<Stabled> fleet = new ArrayList<>();
    for (int i = 0; i < unicorns; i++) {
      Location place = near(random, 0.02);
      fleet.add(stabled("Unicorn-" + i, place.latitude(), place.longitude()));
    }
    List<Poison> poison = new ArrayList<>();
    while (random.nextInt(6) == 0) {
      poison.add(poison(random, span));
    }
    return new Scenario(
        List.copyOf(wishes),
        List.copyOf(fleet),
        List.copyOf(poison),
        1 + random.nextInt(5),
        random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(1 + random.nextInt(2000)),
        random.nextBoolean() ? Duration.ZERO : BOUNDED_SKEW);
  }

  /** The same with clocks that disagree by so much that no lease means anything. */
  public Scenario withClocksGoneWild() {
    return new Scenario(wishes, fleet, poison, concurrency, staleness, Duration.ofHours(1));
  }

  private static Poison poison(SplittableRandom random, Duration span) {
    List<String> bodies =
        List.of(
            "{\"Type\":\"RideDreamt\",\"Version\":1}",
            "Sesame",
            "{\"Type\":\"RideRequested\",\"Version\":99,\"RideId\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
    return new Poison(
        random.nextBoolean() ? "RideRequestQueue" : "RideOutcomeQueue",
        bodies.get(random.nextInt(bodies.size())),
        Duration.ofMillis(random.nextLong(span.toMillis())));
  }

  private static Wish wish(String rider, Location pickup, int milliseconds) {
    return new Wish(rider, pickup, Duration.ofMillis(milliseconds), Optional.of("key"));
  }

  private static Stabled stabled(String name, double latitude, double longitude) {
    return new Stabled(new Unicorn(name, "White", "Female"), new Location(latitude, longitude));
  }

  private static Location near(SplittableRandom random, double degrees) {
    return new Location(
        CENTER.latitude() + random.nextDouble(-degrees, degrees),
        CENTER.longitude() + random.nextDouble(-degrees, degrees));
  }
}
