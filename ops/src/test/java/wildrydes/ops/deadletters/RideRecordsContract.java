package wildrydes.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/** What every place with rides' records must tell. */
public abstract class RideRecordsContract {

  private static final RideRecord REQUESTED =
      new RideRecord("REQUESTED", Optional.empty(), Optional.empty(), Optional.empty());

  protected abstract RideRecords records();

  /** Makes the record be there. */
  protected abstract void put(RideId ride, RideRecord record);

  @Test
  void eachRideIsToldAsItIsRecorded() {
    var failed =
        new RideRecord(
            "FAILED",
            Optional.of("retries exhausted"),
            Optional.empty(),
            Optional.of(Instant.parse("2026-03-01T12:00:00.123Z")));
    var assigned =
        new RideRecord(
            "ASSIGNED",
            Optional.empty(),
            Optional.of("Shadowfax"),
            Optional.of(Instant.parse("2026-03-01T12:00:01Z")));
    put(ride(1), REQUESTED);
    put(ride(2), failed);
    put(ride(3), assigned);

    assertThat(records().find(List.of(ride(1), ride(2), ride(3))))
        .isEqualTo(Map.of(ride(1), REQUESTED, ride(2), failed, ride(3), assigned));
  }

  @Test
  void whatIsAskedTwiceOrIsNotThereDoesNoHarm() {
    put(ride(4), REQUESTED);

    assertThat(records().find(List.of(ride(4), ride(4), ride(5))))
        .isEqualTo(Map.of(ride(4), REQUESTED));
    assertThat(records().find(List.of())).isEmpty();
  }

  @Test
  void manyAreFoundAtOnce() {
    Map<RideId, RideRecord> many = new HashMap<>();
    IntStream.range(100, 220).forEach(i -> many.put(ride(i), REQUESTED));
    many.forEach(this::put);

    assertThat(records().find(Stream.concat(many.keySet().stream(), Stream.of(ride(6))).toList()))
        .isEqualTo(many);
  }

  private static RideId ride(int number) {
    return RideId.of(ByteBuffer.allocate(16).putInt(12, number).array());
  }
}
