package wildrydes.dispatcher;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import wildrydes.dispatcher.CellGrid.NearCell;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;

/**
 * Finds the free unicorns around a pickup, nearest first, and reads no cell that it need not: a
 * unicorn is the nearest as soon as no unread cell can hold a nearer one.
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

  /** More than rounding can add to or take from a distance. */
  private static final double MILLIMETER = 0.001;

  private final Fleet fleet;
  private final RideId ride;
  private final Location pickup;
  private final Instant now;
  private final double maxMeters;
  private final Queue<NearCell> unread;
  private final PriorityQueue<Found> found = new PriorityQueue<>(BEST_FIRST);

  /**
   * Prepares the search; nothing is read yet.
   *
   * @param now leases that ended before are over
   * @param maxMeters who is farther away is out of reach
   */
  NearestSearch(Fleet fleet, RideRequested request, Instant now, double maxMeters) {
    this.fleet = fleet;
    this.ride = request.rideId();
    this.pickup = request.pickupLocation();
    this.now = now;
    this.maxMeters = maxMeters;
    this.unread = new ArrayDeque<>(CellGrid.around(pickup, maxMeters + MILLIMETER));
  }

  /**
   * Reads all cells within reach. A redelivered ride may have claimed a unicorn that is no longer
   * the nearest free one, and must not claim another.
   */
  NearestSearch everywhere() {
    while (!unread.isEmpty()) {
      readNext();
    }
    return this;
  }

  /** The nearest free unicorn that was not returned yet; nothing once all within reach were. */
  Optional<Found> next() {
    while (!unread.isEmpty() && !bestIsNearerThan(unread.element())) {
      readNext();
    }
    return Optional.ofNullable(found.poll());
  }

  private void readNext() {
    for (FreeUnicorn unicorn : fleet.freeIn(unread.remove().cell(), ride, now)) {
      double meters = Earth.meters(pickup, unicorn.location());
      if (meters <= maxMeters) {
        found.add(new Found(unicorn, meters));
      }
    }
  }

  private boolean bestIsNearerThan(NearCell cell) {
    Found best = found.peek();
    return best != null
        && (best.unicorn().alreadyOurs() || best.meters() < cell.meters() - MILLIMETER);
  }
}
