package wildrydes.ops.deadletters;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import wildrydes.messages.RideId;

/** The rides' records, to read. */
public interface RideRecords {

  /**
   * What stands there about a ride.
   *
   * @param status {@code REQUESTED}, {@code ASSIGNED}, {@code UNASSIGNED} or {@code FAILED}
   * @param recorded when the outcome was written
   */
  record RideRecord(
      String status,
      Optional<String> failureReason,
      Optional<String> unicorn,
      Optional<Instant> recorded) {

    /** Whether nothing can change it any more: a replay would be acknowledged and do nothing. */
    public boolean isDecided() {
      return status.equals("ASSIGNED") || status.equals("UNASSIGNED");
    }
  }

  /** Those that there are, read consistently. */
  Map<RideId, RideRecord> find(Collection<RideId> rides);
}
