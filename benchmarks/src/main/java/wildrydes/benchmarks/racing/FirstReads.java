package wildrydes.benchmarks.racing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wildrydes.dispatcher.Area;
import wildrydes.dispatcher.Fleet;
import wildrydes.dispatcher.FreeUnicorn;
import wildrydes.messages.RideId;

/**
 * The peer: shows a ride every area as it was when the ride first read it, at no cost. A dispatcher
 * on top of it goes on to the next of what it read.
 */
record FirstReads(Fleet fleet, Map<Read, Look> reads) implements Fleet {

  record Read(RideId ride, Area area) {}

  FirstReads(Fleet fleet) {
    this(fleet, new HashMap<>());
  }

  @Override
  public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
    List<Area> unread =
        areas.stream().filter(area -> !reads.containsKey(new Read(ride, area))).toList();
    if (!unread.isEmpty()) {
      fleet.look(unread, most, ride, now).forEach(l -> reads.put(new Read(ride, l.area()), l));
    }
    return areas.stream()
        .map(area -> Optional.ofNullable(reads.get(new Read(ride, area))).orElseThrow())
        .toList();
  }

  @Override
  public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
    return fleet.claim(unicorn, ride, now, until);
  }
}
