package wildrydes.local.faults;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wildrydes.local.faults.Ledger.Claim;

/**
 * No unicorn serves two rides at once: neither by what was claimed, which the services saw, nor by
 * what was recorded, which the riders read.
 */
final class LeaseCheck {

  /** A ride has a unicorn from here to there. */
  private record Lease(String unicorn, String ride, Instant from, Instant until) {}

  private final List<String> violations = new ArrayList<>();

  static List<String> violations(List<Claim> claims, List<RecordedRide> rides) {
    var check = new LeaseCheck();
    check.claimsAreDisjoint(claims);
    check.recordsAreDisjoint(rides);
    rides.stream()
        .filter(RecordedRide::isAssigned)
        .forEach(ride -> check.wasLeasedWhenRecorded(ride, claims));
    return check.violations;
  }

  private void claimsAreDisjoint(List<Claim> claims) {
    areDisjoint(
        "claimed",
        claims.stream()
            .filter(claim -> claim.landings() > 0)
            .map(c -> new Lease(c.unicorn(), c.ride(), c.begun(), c.until()))
            .toList());
  }

  private void recordsAreDisjoint(List<RecordedRide> rides) {
    areDisjoint(
        "recorded",
        rides.stream()
            .filter(RecordedRide::isAssigned)
            .map(r -> new Lease(r.unicorn(), r.id(), r.decided(), r.leaseUntil()))
            .toList());
  }

  private void areDisjoint(String kind, List<Lease> leases) {
    leases.stream()
        .collect(groupingBy(Lease::unicorn))
        .values()
        .forEach(
            ofOne -> {
              List<Lease> inOrder =
                  ofOne.stream().sorted(Comparator.comparing(Lease::from)).toList();
              Lease longest = inOrder.getFirst();
              for (Lease next : inOrder) {
                if (!next.ride.equals(longest.ride) && !next.from.isAfter(longest.until)) {
                  violations.add("%s twice at once: %s and %s".formatted(kind, longest, next));
                }
                longest = next.until.isAfter(longest.until) ? next : longest;
              }
            });
  }

  private void wasLeasedWhenRecorded(RecordedRide ride, List<Claim> claims) {
    boolean promised =
        claims.stream()
            .anyMatch(
                claim ->
                    claim.ride().equals(ride.id())
                        && claim.unicorn().equals(ride.unicorn())
                        && claim.until().equals(ride.leaseUntil())
                        && (claim.landings() > 0 || claim.perhaps()));
    if (!promised) {
      violations.add("recorded with a lease that nobody claimed: " + ride);
    }
    if (!ride.recorded().isBefore(ride.leaseUntil())) {
      violations.add("recorded after its lease: " + ride);
    }
  }
}
