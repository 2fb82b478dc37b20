package wildrydes.benchmarks.searching;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import wildrydes.benchmarks.searching.CountedFleet.Cost;
import wildrydes.dispatcher.Dispatch;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.dispatcher.DispatchRules;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.dispatcher.KnownAreas;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/** Many searches of the product over one fleet, as one warm copy of the dispatcher makes them. */
public final class Searches {

  static final double REACH_METERS = 10_000;

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final DispatchRules RULES = new DispatchRules(REACH_METERS, CountedFleet.LEASE, 5);

  private final List<Cost> costs = new ArrayList<>();
  private final List<Integer> cellsToRead = new ArrayList<>();
  private int wrong;

  private Searches() {}

  /**
   * Searches for each pickup, as often as {@link CountedFleet#betweenRides} says.
   *
   * @param checked how many of the answers are compared with a look at everybody
   */
  static Searches of(CountedFleet fleet, List<Location> pickups, int checked) {
    var searches = new Searches();
    var now = new AtomicReference<>(NOW);
    var dispatchRide = dispatchRide(fleet, now::get);
    List<FreeUnicorn> free = fleet.free();
    for (int i = 0; i < pickups.size(); i++) {
      now.set(now.get().plus(fleet.betweenRides()));
      Cost before = fleet.cost();
      Dispatch found = dispatchRide.dispatch(request(pickups.get(i), now.get()), 1);
      searches.costs.add(fleet.cost().minus(before));
      searches.cellsToRead.add(CellsToRead.within(reach(found), pickups.get(i)));
      if (i < checked && !isNearest(found, pickups.get(i), free)) {
        searches.wrong++;
      }
    }
    return searches;
  }

  /** A copy of the dispatcher that starts cold. */
  public static DispatchRide dispatchRide(CountedFleet fleet, InstantSource clock) {
    return new DispatchRide(fleet, RULES, new KnownAreas(clock), clock, new Random(1));
  }

  /** How far the nearest of them is; more than anything if there is nobody. */
  public static double nearestMeters(List<FreeUnicorn> free, Location pickup) {
    return free.stream()
        .mapToDouble(unicorn -> meters(pickup, unicorn.location()))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  /** Answers that were not the nearest free unicorn. */
  int wrong() {
    return wrong;
  }

  /** Whole cells that could hold somebody nearer than who was found, in the mean. */
  double cellsToRead() {
    return cellsToRead.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  double mean(ToDoubleFunction<Cost> what) {
    return costs.stream().mapToDouble(what).average().orElseThrow();
  }

  /** By nearest rank. */
  double p99(ToDoubleFunction<Cost> what) {
    double[] sorted = costs.stream().mapToDouble(what).sorted().toArray();
    return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
  }

  /** How far a search had to look. */
  private static double reach(Dispatch found) {
    return found instanceof Dispatch.Assigned(var outcome) ? outcome.pickupMeters() : REACH_METERS;
  }

  private static boolean isNearest(Dispatch found, Location pickup, List<FreeUnicorn> free) {
    double nearest = nearestMeters(free, pickup);
    return switch (found) {
      case Dispatch.Assigned(var outcome) -> outcome.pickupMeters() <= nearest + 0.01;
      case Dispatch.NobodyFree _, Dispatch.Unassigned _ -> nearest > REACH_METERS;
    };
  }

  /** On a sphere, by the haversine formula. */
  private static double meters(Location a, Location b) {
    double north = Math.toRadians(b.latitude() - a.latitude());
    double east = Math.toRadians(b.longitude() - a.longitude());
    double h =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  public static RideRequested request(Location pickup, Instant time) {
    return new RideRequested(RideId.of(new byte[16]), "alice", pickup, time);
  }
}
