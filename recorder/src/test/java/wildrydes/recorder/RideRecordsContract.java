package wildrydes.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.Unicorn;
import wildrydes.recorder.RideRecords.Write;

/** What records must do, in memory and in DynamoDB alike. */
public abstract class RideRecordsContract {

  protected static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  protected static final Instant DISPATCHED = NOW.minusMillis(12);

  protected final RideId ride = someRide();

  private final RideOutcome assigned = assigned(ride, "Shadowfax");
  private final RideOutcome unassigned = new RideUnassigned(ride, DISPATCHED, NOW);
  private final RideOutcome failed = new RideFailed(ride, "retries exhausted", DISPATCHED, NOW);

  protected abstract RideRecords records();

  /** Stores a ride as the request API does. */
  protected abstract void request(RideId rideId);

  @Test
  public void aRequestedRideTakesAnyOutcome() {
    for (RideOutcome outcome : List.of(assigned, unassigned, failed)) {
      request(ride);

      assertThat(records().wouldRecord(ride)).isEqualTo(Write.RECORDED);
      assertThat(records().record(outcome, NOW)).isEqualTo(Write.RECORDED);
    }
  }

  @Test
  public void theFirstOutcomeWins() {
    var others = List.of(assigned, assigned(ride, "Rocinante"), unassigned, failed);
    for (RideOutcome first : List.of(assigned, unassigned)) {
      request(ride);
      records().record(first, NOW);

      for (RideOutcome second : others) {
        assertThat(records().record(second, NOW)).isEqualTo(Write.ALREADY_DECIDED);
      }
      assertThat(records().wouldRecord(ride)).isEqualTo(Write.ALREADY_DECIDED);
    }
  }

  @Test
  public void aFailedRideIsSavedByALaterOutcome() {
    for (RideOutcome saving : List.of(assigned, unassigned)) {
      request(ride);
      records().record(failed, NOW);

      assertThat(records().record(failed, NOW)).isEqualTo(Write.ALREADY_DECIDED);
      assertThat(records().wouldRecord(ride)).isEqualTo(Write.RECORDED);
      assertThat(records().record(saving, NOW)).isEqualTo(Write.RECORDED);
      assertThat(records().record(failed, NOW)).isEqualTo(Write.ALREADY_DECIDED);
    }
  }

  @Test
  public void anUnknownRideIsNotCreated() {
    RideId unknown = someRide();

    assertThat(records().record(new RideUnassigned(unknown, DISPATCHED, NOW), NOW))
        .isEqualTo(Write.NO_SUCH_RIDE);
    assertThat(records().wouldRecord(unknown)).isEqualTo(Write.NO_SUCH_RIDE);
  }

  @Test
  public void oneOfManyRacingOutcomesIsRecorded() throws Exception {
    request(ride);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Write>> racers =
          Stream.iterate(0, i -> i < 32, i -> i + 1)
              .<Callable<Write>>map(
                  i -> () -> records().record(assigned(ride, "Unicorn " + i), NOW))
              .toList();

      var writes = threads.invokeAll(racers).stream().map(write -> write.resultNow()).toList();

      assertThat(writes).filteredOn(Write.RECORDED::equals).hasSize(1);
      assertThat(writes).filteredOn(Write.ALREADY_DECIDED::equals).hasSize(31);
    }
  }

  protected static RideAssigned assigned(RideId ride, String unicorn) {
    return new RideAssigned(
        ride,
        "alice",
        new Location(47.6, -122.3),
        NOW.minusMillis(250),
        new Unicorn(unicorn, "White", "Male"),
        1234.5,
        62,
        DISPATCHED,
        NOW,
        NOW.plusSeconds(362));
  }

  protected static RideId someRide() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return RideId.of(bytes);
  }
}
