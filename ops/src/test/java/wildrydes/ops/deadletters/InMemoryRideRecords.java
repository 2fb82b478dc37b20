package wildrydes.ops.deadletters;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wildrydes.messages.RideId;

/** Rides' records in memory. */
public final class InMemoryRideRecords implements RideRecords {

  private final Map<RideId, RideRecord> records = new ConcurrentHashMap<>();

  public void put(RideId ride, RideRecord record) {
    records.put(ride, record);
  }

  /** A ride that is given up, for this reason. */
  public void putFailed(RideId ride, String reason) {
    put(ride, new RideRecord("FAILED", Optional.of(reason), Optional.empty(), Optional.empty()));
  }

  @Override
  public Map<RideId, RideRecord> find(Collection<RideId> rides) {
    Map<RideId, RideRecord> found = new HashMap<>();
    for (RideId ride : rides) {
      RideRecord record = records.get(ride);
      if (record != null) {
        found.put(ride, record);
      }
    }
    return found;
  }
}
