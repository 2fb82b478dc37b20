package wildrydes.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wildrydes.recorder.RideRecordsContract.NOW;
import static wildrydes.recorder.RideRecordsContract.assigned;
import static wildrydes.recorder.RideRecordsContract.someRide;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.RideRequested;

class RecordOutcomeTest {

  private final RideId ride = someRide();
  private final RideAssigned assigned = assigned(ride, "Shadowfax");
  private final InMemoryRideRecords records = new InMemoryRideRecords();
  private final List<RideRequested> requestedAnew = new ArrayList<>();

  @Test
  void anOutcomeIsRecordedAndReportedToBeCounted() {
    records.request(ride);

    assertThat(recordAt(NOW, assigned)).isEqualTo(new Recording.Recorded(assigned, NOW));

    assertThat(records.outcomeOf(ride)).contains(assigned);
  }

  @Test
  void aRedeliveredOutcomeChangesNothing() {
    records.request(ride);
    recordAt(NOW, assigned);

    Recording again = recordAt(NOW.plusSeconds(1), assigned);

    assertThat(again).isEqualTo(new Recording.AlreadyDecided(ride));
    assertThat(requestedAnew).isEmpty();
  }

  @Test
  void anAssignmentIsRecordedUpToTenSecondsBeforeItsLeaseEnds() {
    records.request(ride);
    Instant lastMoment = assigned.leaseUntil().minusSeconds(10).minusMillis(1);

    assertThat(recordAt(lastMoment, assigned)).isInstanceOf(Recording.Recorded.class);
  }

  @Test
  void anAssignmentThatComesLaterIsNotRecordedAndTheRideRequestedAnew() {
    records.request(ride);
    Instant tooLate = assigned.leaseUntil().minusSeconds(10);

    assertThat(recordAt(tooLate, assigned)).isEqualTo(new Recording.RequestedAnew(ride));

    assertThat(records.outcomeOf(ride)).isEmpty();
    assertThat(requestedAnew).containsExactly(assigned.request());
  }

  @Test
  void aLateAssignmentOfAFailedRideIsRequestedAnew() {
    records.request(ride);
    recordAt(NOW, new RideFailed(ride, "retries exhausted", NOW, NOW));

    assertThat(recordAt(assigned.leaseUntil(), assigned))
        .isEqualTo(new Recording.RequestedAnew(ride));
  }

  @Test
  void aLateDuplicateOfADecidedRideIsNotRequestedAnew() {
    records.request(ride);
    recordAt(NOW, assigned);

    assertThat(recordAt(assigned.leaseUntil(), assigned))
        .isEqualTo(new Recording.AlreadyDecided(ride));

    assertThat(requestedAnew).isEmpty();
  }

  @Test
  void theLackOfAUnicornIsNeverTooLateToRecord() {
    records.request(ride);
    var unassigned = new RideUnassigned(ride, NOW, NOW);

    assertThat(recordAt(NOW.plusSeconds(100_000), unassigned))
        .isInstanceOf(Recording.Recorded.class);
  }

  @Test
  void anUnknownRideIsReported() {
    assertThat(recordAt(NOW, assigned)).isEqualTo(new Recording.NoSuchRide(ride));
    assertThat(recordAt(assigned.leaseUntil(), assigned)).isEqualTo(new Recording.NoSuchRide(ride));
  }

  @Test
  void aRequestThatCannotBeSentAnewIsNotSwallowed() {
    records.request(ride);
    var recorder =
        new RecordOutcome(
            records,
            _ -> {
              throw new IllegalStateException("the queue is away");
            },
            InstantSource.fixed(assigned.leaseUntil()));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> recorder.record(assigned));
  }

  private Recording recordAt(Instant now, RideOutcome outcome) {
    return new RecordOutcome(records, requestedAnew::add, InstantSource.fixed(now)).record(outcome);
  }
}
