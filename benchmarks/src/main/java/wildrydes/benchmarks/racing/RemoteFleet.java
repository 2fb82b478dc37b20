package wildrydes.benchmarks.racing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.messages.RideId;

/** The unicorns table as a dispatcher sees it: a call away, and perhaps a moment old. */
record RemoteFleet(UnicornTable table, VirtualTime time, Waits waits) implements Fleet {

  @Override
  public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
    if (areas.size() == 1) {
      return List.of(look(areas.getFirst(), most, ride, now));
    }
    return time.together(
        areas.stream().<Supplier<Look>>map(area -> () -> look(area, most, ride, now)).toList());
  }

  private Look look(Area area, int most, RideId ride, Instant now) {
    time.pass(waits.halfAQuery());
    Look look = table.look(area, most, ride, now, time.nanos() - waits.behind());
    time.pass(waits.halfAQuery());
    return look;
  }

  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    time.pass(waits.halfAClaim());
    boolean claimed = table.claim(unicorn, ride, time.nanos());
    time.pass(waits.halfAClaim());
    return claimed ? Optional.of(until) : Optional.empty();
  }
}
