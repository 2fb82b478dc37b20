package wildrydes.dispatcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import wildrydes.dispatcher.CellGrid.Near;
import wildrydes.dispatcher.Fleet.Look;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/**
 * Finds the free unicorns around a pickup, nearest first, and reads no area that it need not: a
 * unicorn is the nearest as soon as no unread area can hold a nearer one. Areas are whole cells,
 * and parts of what is crowded.
 */
final class NearestSearch {

  /** A unicorn, and how far it is from the pickup. */
  record Found(FreeUnicorn unicorn, double meters) {}

  /**
   * A unicorn that the ride already has comes first. Of two at the same distance the name decides,
   * so that every search finds the same.
   */
  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparing((Found found) -> !found.unicorn().alreadyOurs())
          .thenComparingDouble(Found::meters)
          .thenComparing(found -> found.unicorn().unicorn().name());

  /**
   * How many areas are read at once, round after round. Most searches end within three reads, where
   * every one saved counts; a search that has found nobody by then will need many.
   */
  private static final int[] ROUNDS = {1, 1, 1, 2, 4, 8};

  /** More than rounding can add to or take from a distance. */
  private static final double MILLIMETER = 0.001;

  private final Fleet fleet;
  private final RideId ride;
  private final Instant requested;
  private final Location pickup;
  private final Instant now;
  private final double maxMeters;
  private final KnownAreas knownAreas;
  private final Queue<Near> unread = new PriorityQueue<>(Comparator.comparingDouble(Near::meters));
  private final PriorityQueue<Found> found = new PriorityQueue<>(BEST_FIRST);

  private boolean skipsTaken = true;
  private int round;

  /**
   * Prepares the search; nothing is read yet.
   *
   * @param now leases that ended before are over
   * @param maxMeters who is farther away is out of reach
   */
  NearestSearch(
      Fleet fleet, KnownAreas knownAreas, RideRequested request, Instant now, double maxMeters) {
    this.fleet = fleet;
    this.knownAreas = knownAreas;
    this.ride = request.rideId();
    this.requested = request.requestTime();
    this.pickup = request.pickupLocation();
    this.now = now;
    this.maxMeters = maxMeters;
    unread.addAll(CellGrid.around(pickup, maxMeters + MILLIMETER));
  }

  /**
   * Reads all within reach, whatever is known. A redelivered ride may have claimed a unicorn that
   * is no longer the nearest free one, and must not claim another.
   */
  NearestSearch everywhere() {
    skipsTaken = false;
    while (!unread.isEmpty()) {
      read(next(ROUNDS[ROUNDS.length - 1], Double.MAX_VALUE));
    }
    return this;
  }

  /** The nearest free unicorn that was not returned yet; nothing once all within reach were. */
  Optional<Found> next() {
    while (true) {
      List<Near> worthReading = next(ROUNDS[round], best());
      if (worthReading.isEmpty()) {
        return Optional.ofNullable(found.poll());
      }
      read(worthReading);
      round = Math.min(round + 1, ROUNDS.length - 1);
    }
  }

  /** The nearest unread areas, so many at most, that can hold somebody nearer than {@code best}. */
  private List<Near> next(int count, double best) {
    List<Near> areas = new ArrayList<>();
    while (areas.size() < count && !unread.isEmpty() && unread.element().meters() <= best) {
      Near nearest = unread.remove();
      if (knownAreas.isDense(nearest.area())) {
        unread.addAll(partsOf(nearest));
      } else if (!skipsTaken || !knownAreas.isTaken(nearest.area(), requested, now)) {
        areas.add(nearest);
      }
    }
    return areas;
  }

  private void read(List<Near> areas) {
    List<Look> looks =
        fleet.look(areas.stream().map(Near::area).toList(), knownAreas.limit(), ride, now);
    for (int i = 0; i < areas.size(); i++) {
      Look look = looks.get(i);
      knownAreas.learn(look);
      if (look.complete()) {
        look.free().forEach(this::note);
      } else {
        unread.addAll(partsOf(areas.get(i)));
      }
    }
  }

  private List<Near> partsOf(Near area) {
    return CellGrid.partsOf(area, pickup, maxMeters + MILLIMETER);
  }

  private void note(FreeUnicorn unicorn) {
    double meters = Earth.meters(pickup, unicorn.location());
    if (meters <= maxMeters) {
      found.add(new Found(unicorn, meters));
    }
  }

  /** An area that is farther away than this need not be read now. */
  private double best() {
    Found best = found.peek();
    if (best == null) {
      return Double.MAX_VALUE;
    }
    return best.unicorn().alreadyOurs() ? -1 : best.meters() + MILLIMETER;
  }
}
