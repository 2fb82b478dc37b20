package wildrydes.benchmarks.parts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import wildrydes.benchmarks.searching.City;
import wildrydes.benchmarks.searching.CountedFleet;
import wildrydes.benchmarks.searching.Searches;
import wildrydes.dispatcher.Dispatch;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.messages.Location;

/** Finding the nearest of a city's unicorns in memory; beside it, a look at each who is free. */
@State(Scope.Benchmark)
public class SearchSpeed {

  private static final int UNICORNS = 10_000;
  private static final double BUSY = 0.8;
  private static final int PICKUPS = 1_024;
  private static final long SEED = 7;

  private final City city = new City(false, SEED);
  private final List<Location> pickups = city.places(PICKUPS, 1);
  private final CountedFleet fleet = new CountedFleet(city.places(UNICORNS, 2), BUSY, SEED);
  private final List<FreeUnicorn> free = fleet.free();
  private final DispatchRide dispatchRide = Searches.dispatchRide(fleet, InstantSource.system());
  private int next;

  @Benchmark
  public Dispatch search() {
    return dispatchRide.dispatch(Searches.request(pickup(), Instant.now()), 1);
  }

  @Benchmark
  public double each() {
    return Searches.nearestMeters(free, pickup());
  }

  private Location pickup() {
    next = (next + 1) % PICKUPS;
    return pickups.get(next);
  }
}
