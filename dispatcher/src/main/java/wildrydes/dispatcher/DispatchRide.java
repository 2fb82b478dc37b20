package wildrydes.dispatcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import wildrydes.dispatcher.NearestSearch.Found;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.RideRequested;

/**
 * Gives a requested ride the nearest free unicorn. Done again for the same ride it finds the claim
 * it made before and goes on from there. The answer travels to the recorder, which writes it down:
 * {@code wildrydes.recorder.RecordOutcome}.
 */
public final class DispatchRide {

  /** How fast a unicorn flies. */
  static final double METERS_PER_SECOND = 20;

  /**
   * How far two dispatchers' clocks may disagree while no unicorn serves two rides at once: a lease
   * counts as over only this long after its end.
   */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  /** Seconds until a request comes back to which nobody was free, by delivery. */
  private static final int[] RETRY_SECONDS = {5, 10, 20, 25};

  private static final double JITTER = 0.2;

  private final Fleet fleet;
  private final DispatchRules rules;
  private final KnownAreas knownAreas;
  private final InstantSource clock;
  private final RandomGenerator random;

  public DispatchRide(
      Fleet fleet,
      DispatchRules rules,
      KnownAreas knownAreas,
      InstantSource clock,
      RandomGenerator random) {
    this.fleet = fleet;
    this.rules = rules;
    this.knownAreas = knownAreas;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Works one delivery of the request.
   *
   * @param receiveCount 1 for the first
   */
  public Dispatch dispatch(RideRequested request, int receiveCount) {
    Instant now = now();
    Instant leasesOver = now.minus(CLOCK_SKEW);
    NearestSearch search = search(request, leasesOver);
    boolean redelivered = receiveCount > 1;
    if (redelivered) {
      search.everywhere();
    }
    Set<FreeUnicorn> lost = new HashSet<>();
    for (var found = search.next(); found.isPresent(); found = search.next()) {
      FreeUnicorn unicorn = found.get().unicorn();
      if (lost.contains(unicorn) || fleet.isSpokenFor(unicorn, request.rideId())) {
        continue;
      }
      Optional<RideAssigned> assigned = claim(found.get(), request, now);
      if (assigned.isPresent()) {
        return new Dispatch.Assigned(assigned.get());
      }
      // What this search read is as old as what was wrong: whoever won may be after the next one,
      // too, and a lost claim costs as much as ten queries.
      lost.add(unicorn);
      search = search(request, leasesOver);
    }
    return receiveCount >= rules.maxReceives()
        ? new Dispatch.Unassigned(new RideUnassigned(request.rideId(), now, now()))
        : new Dispatch.NobodyFree(retryAfter(receiveCount));
  }

  private NearestSearch search(RideRequested request, Instant leasesOver) {
    return new NearestSearch(fleet, knownAreas, request, leasesOver, rules.maxPickupMeters());
  }

  private Optional<RideAssigned> claim(Found found, RideRequested request, Instant now) {
    long etaSeconds = (long) Math.ceil(found.meters() / METERS_PER_SECOND);
    Instant until = now.plusSeconds(etaSeconds).plus(rules.rideTime());
    return fleet
        .claim(found.unicorn(), request.rideId(), now.minus(CLOCK_SKEW), until)
        .map(
            leaseUntil ->
                new RideAssigned(
                    request.rideId(),
                    request.rider(),
                    request.pickupLocation(),
                    request.requestTime(),
                    found.unicorn().unicorn(),
                    found.meters(),
                    etaSeconds,
                    now,
                    now(),
                    leaseUntil));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Spread by a fifth to both sides: rides that found nobody together do not come back together.
   */
  private Duration retryAfter(int receiveCount) {
    int seconds = RETRY_SECONDS[Math.clamp(receiveCount, 1, RETRY_SECONDS.length) - 1];
    double spread = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofSeconds(Math.round(seconds * spread));
  }
}
