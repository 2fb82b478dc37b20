package wildrydes.local.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.Stack;
import wildrydes.ops.fleet.FleetEntry;
import wildrydes.ops.fleet.FleetEntry.Standing;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.fleet.Lease;

/**
 * Every unicorn, as of one moment.
 *
 * @param readAt epoch milliseconds
 * @param total how many there are; {@code free}, {@code busy} and {@code damaged} add up to it
 * @param damaged items of the table that are no whole unicorn, so that no search finds them
 * @param unicorns at most {@value #AT_MOST} of them, in no order
 */
public record FleetFacts(
    long readAt, int total, int free, int busy, int damaged, List<Standee> unicorns) {

  /** As many as a page can still draw well. */
  static final int AT_MOST = 20_000;

  private static final Duration WHILE = Duration.ofSeconds(1);

  /**
   * One of them, where it waits for riders.
   *
   * @param busyUntil epoch milliseconds; absent while it is free, as is {@code rideId}
   */
  public record Standee(
      String name,
      String color,
      String gender,
      double latitude,
      double longitude,
      @Nullable Long busyUntil,
      @Nullable String rideId) {

    static Standee of(Standing standing, Instant now) {
      var unicorn = standing.placed().unicorn();
      var place = standing.placed().location();
      var lease = standing.leaseAt(now);
      return new Standee(
          unicorn.name(),
          unicorn.color(),
          unicorn.gender(),
          place.latitude(),
          place.longitude(),
          lease.map(held -> held.until().toEpochMilli()).orElse(null),
          lease.flatMap(Lease::rideId).orElse(null));
    }
  }

  /** Reads the whole table when asked, but not for everyone who asks. */
  public static Supplier<FleetFacts> of(Stack stack) {
    var table = new FleetTable(stack.dynamoDb(), stack.tableName("UnicornsTable"));
    return Remembered.forAtLeast(WHILE, () -> of(table.entries(), Instant.now()));
  }

  static FleetFacts of(List<FleetEntry> entries, Instant now) {
    List<Standee> unicorns = new ArrayList<>();
    int busy = 0;
    int damaged = 0;
    for (FleetEntry entry : entries) {
      switch (entry) {
        case FleetEntry.Damaged _ -> damaged++;
        case Standing standing -> {
          if (standing.leaseAt(now).isPresent()) {
            busy++;
          }
          if (unicorns.size() < AT_MOST) {
            unicorns.add(Standee.of(standing, now));
          }
        }
      }
    }
    int free = entries.size() - busy - damaged;
    return new FleetFacts(now.toEpochMilli(), entries.size(), free, busy, damaged, unicorns);
  }
}
