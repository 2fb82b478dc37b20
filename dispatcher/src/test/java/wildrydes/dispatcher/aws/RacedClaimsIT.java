package wildrydes.dispatcher.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Cell;
import wildrydes.dispatcher.Dispatch;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.dispatcher.DispatchRules;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.dispatcher.KnownAreas;
import wildrydes.edge.ParallelWork;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;

/**
 * Rides of 64 threads race for a few unicorns, round after round of leases. Half of the readers see
 * the fleet as it was before the race, and redeliveries of a ride race with each other.
 */
class RacedClaimsIT {

  private static final int ROUNDS = Integer.getInteger("soak.rounds", 10);
  private static final int THREADS = 64;
  private static final int UNICORNS = 5;
  private static final int RIDES = 24;
  private static final Duration RIDE_TIME = Duration.ofMinutes(5);

  /** All is in one place, so that a redelivered ride has few cells to read. */
  private static final DispatchRules RULES = new DispatchRules(100, RIDE_TIME, 5);

  private final long seed = Long.getLong("soak.seed", new Random().nextLong(1_000_000_000));
  private final Random random = new Random(seed);
  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("UnicornsTable");
  private final Fleet fleet =
      new DynamoDbFleet(
          stack.dynamoDb(), table, new ParallelWork(Executors.newVirtualThreadPerTaskExecutor()));
  private final Location here =
      new Location(random.nextDouble(-60, 60), random.nextDouble(-179, 179));

  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

  /** What a dispatcher was told. */
  private record Won(RideId ride, String unicorn, Instant until) {}

  @Test
  void everyUnicornHasOneLeaseAndEveryYesIsTrue() throws Exception {
    System.out.println("The seed is " + seed);
    for (int i = 0; i < UNICORNS; i++) {
      var item = UnicornItem.of(new Unicorn("Unicorn " + i, "White", "Male"), here);
      stack.dynamoDb().putItem(p -> p.tableName(table).item(item));
    }
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        race(threads, round);
        // All leases are over now, and so is the time for which clocks may disagree.
        now = now.plus(RIDE_TIME).plusSeconds(60);
      }
    }
  }

  private void race(ExecutorService threads, int round) throws Exception {
    List<RideRequested> rides = IntStream.range(0, RIDES).mapToObj(_ -> ride()).toList();
    Fleet stale = new StaleFleet(fleet);
    stale.look(List.of(Area.whole(Cell.of(here))), 1_000, rides.getFirst().rideId(), now);

    // First deliveries, and of every ride a redelivery that may come first.
    List<Won> won = new ArrayList<>(all(threads, deliveries(rides, stale)));
    // Then whoever has a unicorn is delivered again, by two workers of which one is late.
    List<RideRequested> winners =
        rides.stream().filter(r -> won.stream().anyMatch(w -> w.ride.equals(r.rideId()))).toList();
    won.addAll(all(threads, deliveries(winners, fleet)));

    Map<String, Map<String, AttributeValue>> items = unicorns();
    assertThat(items).as("round %d", round).hasSize(UNICORNS);
    Map<String, RideId> holders = new HashMap<>();
    for (Won yes : won) {
      RideId other = holders.putIfAbsent(yes.unicorn, yes.ride);
      assertThat(other).as("who else has %s", yes).isIn(null, yes.ride);
      assertThat(UnicornItem.leaseOf(requireNonNull(items.get(yes.unicorn)), yes.ride))
          .as("what the table says of %s", yes)
          .hasValueSatisfying(until -> assertThat(until).isAfterOrEqualTo(yes.until));
    }
    items.forEach(
        (name, item) ->
            assertThat(UnicornItem.busyUntil(item))
                .as("the longest lease of %s that was promised", name)
                .isEqualTo(longest(name, won)));
    // More rides than unicorns, and everybody tries everyone: nobody is left, and nobody is shared.
    assertThat(holders).as("round %d", round).hasSize(UNICORNS);
  }

  private List<Callable<Optional<Won>>> deliveries(List<RideRequested> rides, Fleet stale) {
    List<Callable<Optional<Won>>> deliveries = new ArrayList<>();
    for (RideRequested ride : rides) {
      Fleet first = random.nextBoolean() ? fleet : stale;
      Instant early = now.plusMillis(random.nextInt(2_000));
      Instant late = now.plusMillis(random.nextInt(2_000));
      deliveries.add(() -> dispatch(ride, first, early, 1));
      deliveries.add(() -> dispatch(ride, fleet, late, 2));
    }
    Collections.shuffle(deliveries, random);
    return deliveries;
  }

  private static Optional<Won> dispatch(
      RideRequested ride, Fleet fleet, Instant time, int receiveCount) {
    var dispatchRide =
        new DispatchRide(
            fleet, RULES, new KnownAreas(() -> time), InstantSource.fixed(time), new Random(1));
    return switch (dispatchRide.dispatch(ride, receiveCount)) {
      case Dispatch.Assigned(RideAssigned yes) ->
          Optional.of(new Won(yes.rideId(), yes.unicorn().name(), yes.leaseUntil()));
      case Dispatch.NobodyFree _, Dispatch.Unassigned _ -> Optional.empty();
    };
  }

  private static List<Won> all(ExecutorService threads, List<Callable<Optional<Won>>> deliveries)
      throws InterruptedException {
    return threads.invokeAll(deliveries).stream()
        .map(Future::resultNow)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Instant> longest(String unicorn, List<Won> won) {
    return won.stream()
        .filter(w -> w.unicorn.equals(unicorn))
        .map(Won::until)
        .max(Instant::compareTo);
  }

  private Map<String, Map<String, AttributeValue>> unicorns() {
    Map<String, Map<String, AttributeValue>> byName = new HashMap<>();
    stack
        .dynamoDb()
        .queryPaginator(
            q ->
                q.tableName(table)
                    .keyConditionExpression("Cell = :cell")
                    .expressionAttributeValues(
                        Map.of(":cell", AttributeValue.fromS(Cell.of(here).geohash())))
                    .consistentRead(true))
        .items()
        .forEach(item -> byName.put(UnicornItem.unicorn(item).name(), item));
    return byName;
  }

  private RideRequested ride() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new RideRequested(RideId.of(bytes), "alice", here, now);
  }

  /** Shows every ride the fleet as the first one saw it, and claims from the true one. */
  private record StaleFleet(Fleet fleet, Map<Area, Look> seen) implements Fleet {

    StaleFleet(Fleet fleet) {
      this(fleet, new ConcurrentHashMap<>());
    }

    @Override
    public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
      return areas.stream()
          .map(
              area ->
                  seen.computeIfAbsent(
                      area, read -> fleet.look(List.of(read), most, ride, now).getFirst()))
          .toList();
    }

    @Override
    public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
      return fleet.claim(unicorn, ride, now, until);
    }
  }
}
