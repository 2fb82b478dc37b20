package wildrydes.benchmarks.racing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import wildrydes.dispatcher.BatchFleet;
import wildrydes.dispatcher.Dispatch;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.dispatcher.DispatchRules;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.KnownAreas;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/**
 * Dispatchers that share nothing but the table, as execution environments do, and each take the
 * next rides as soon as they are done with theirs, until every ride has a unicorn or was given up.
 */
final class Race {

  static final int DISPATCHERS = 32;

  private static final DispatchRules RULES = new DispatchRules(10_000, Duration.ofMinutes(5), 5);

  /**
   * How it is run.
   *
   * @param batchSize rides that a dispatcher takes and works at once
   * @param rereads whether a ride that lost a claim sees the fleet as it is by then, as the product
   *     does, or as it read it at first
   */
  record Way(int batchSize, boolean rereads) {}

  /** A request in the queue, which somebody may take from {@code due} on. */
  private record Waiting(RideRequested request, int receiveCount, long due) {}

  /**
   * How a dispatch went that assigned its ride.
   *
   * @param busy the share of the fleet that was when it began
   * @param wasted claims that did not get the ride a unicorn
   * @param nanos of its last delivery, from when it was taken to when it had its unicorn
   */
  record Ended(double busy, int wasted, long nanos) {}

  /**
   * What became of the race.
   *
   * @param unassigned rides that were given up, for nobody within reach was free
   * @param doubles unicorns that more than one ride was told it has
   */
  record Outcome(int claims, int queries, int unassigned, int doubles, List<Ended> assigned) {

    double wastedPerAssignment() {
      return (claims - assigned.size()) / (double) assigned.size();
    }
  }

  private final VirtualTime time = new VirtualTime();
  private final SplittableRandom random;
  private final UnicornTable table;
  private final int unicorns;
  private final Way way;
  private final Queue<Waiting> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::due).thenComparing(w -> w.request.rideId().value()));
  private final List<Ended> assigned = new ArrayList<>();
  private final Map<String, RideId> holders = new HashMap<>();
  private final Set<String> doubles = new HashSet<>();
  private int unassigned;

  private Race(List<Location> pickups, List<Location> unicorns, Way way, long seed) {
    this.random = new SplittableRandom(seed);
    this.table = new UnicornTable(unicorns);
    this.unicorns = unicorns.size();
    this.way = way;
    for (Location pickup : pickups) {
      byte[] id = new byte[16];
      random.nextBytes(id);
      queue.add(
          new Waiting(new RideRequested(RideId.of(id), "rider", pickup, time.instant()), 1, 0));
    }
  }

  /** Runs one: the same seed, the same outcome. */
  static Outcome run(List<Location> pickups, List<Location> unicorns, Way way, long seed) {
    return new Race(pickups, unicorns, way, seed).run();
  }

  private Outcome run() {
    time.together(
        IntStream.range(0, DISPATCHERS)
            .<Supplier<Boolean>>mapToObj(
                _ -> {
                  var dispatcher = new Dispatcher(random.split());
                  return dispatcher::work;
                })
            .toList());
    return new Outcome(table.claims(), table.queries(), unassigned, doubles.size(), assigned);
  }

  /** One execution environment. */
  private final class Dispatcher {

    private final SplittableRandom own;
    private final KnownAreas knownAreas = new KnownAreas(time);

    Dispatcher(SplittableRandom own) {
      this.own = own;
    }

    boolean work() {
      while (!queue.isEmpty()) {
        List<Waiting> batch = take();
        if (batch.isEmpty()) {
          time.pass(queue.element().due() - time.nanos());
        } else {
          var dispatchRide =
              new DispatchRide(new BatchFleet(fleet()), RULES, knownAreas, time, own);
          time.together(
              batch.stream()
                  .<Supplier<Boolean>>map(waiting -> () -> dispatch(waiting, dispatchRide))
                  .toList());
        }
      }
      return true;
    }

    private Fleet fleet() {
      var fleet = new RemoteFleet(table, time, new Waits(own.split()));
      return way.rereads ? fleet : new FirstReads(fleet);
    }

    private List<Waiting> take() {
      List<Waiting> batch = new ArrayList<>();
      while (batch.size() < way.batchSize
          && !queue.isEmpty()
          && queue.element().due() <= time.nanos()) {
        batch.add(queue.remove());
      }
      return batch;
    }
  }

  private boolean dispatch(Waiting waiting, DispatchRide dispatchRide) {
    double busy = holders.size() / (double) unicorns;
    long begin = time.nanos();
    RideRequested request = waiting.request;
    switch (dispatchRide.dispatch(request, waiting.receiveCount)) {
      case Dispatch.Assigned(var outcome) -> {
        assigned.add(new Ended(busy, table.claims(request.rideId()) - 1, time.nanos() - begin));
        RideId other = holders.putIfAbsent(outcome.unicorn().name(), outcome.rideId());
        if (other != null && !other.equals(outcome.rideId())) {
          doubles.add(outcome.unicorn().name());
        }
      }
      case Dispatch.NobodyFree(var retryIn) ->
          queue.add(
              new Waiting(request, waiting.receiveCount + 1, time.nanos() + retryIn.toNanos()));
      case Dispatch.Unassigned _ -> unassigned++;
    }
    return true;
  }
}
