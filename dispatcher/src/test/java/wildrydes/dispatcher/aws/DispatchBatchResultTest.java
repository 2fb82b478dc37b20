package wildrydes.dispatcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.edge.Delivery;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;

class DispatchBatchResultTest {

  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final Delivery DELIVERY = new Delivery("id", "handle", "body", 1, Map.of());
  private static final RideUnassigned UNASSIGNED =
      new RideUnassigned(RIDE, Instant.EPOCH, Instant.EPOCH);
  private static final RideFailed FAILED =
      new RideFailed(RIDE, "why", Instant.EPOCH, Instant.EPOCH);
  private final Exception cause = new IllegalStateException("away");

  @Test
  void whatIsDoneIsAcknowledged() {
    assertThat(failures(new Verdict.Unassigned(DELIVERY, UNASSIGNED))).isEmpty();
    assertThat(failures(new Verdict.AlreadyDecided(DELIVERY, RIDE))).isEmpty();
    assertThat(failures(new Verdict.DeadLettered(DELIVERY, "poison", Optional.empty()))).isEmpty();
    assertThat(failures(new Verdict.DeadLettered(DELIVERY, "poison", Optional.of(FAILED))))
        .isEmpty();
  }

  @Test
  void whatIsNotDoneComesBack() {
    assertThat(failures(new Verdict.NobodyFree(DELIVERY, RIDE, Duration.ofSeconds(5))))
        .containsExactly(DELIVERY);
    assertThat(failures(new Verdict.TryAgain(DELIVERY, Optional.of(RIDE), cause)))
        .containsExactly(DELIVERY);
    assertThat(failures(new Verdict.RetriesExhausted(DELIVERY, FAILED, cause)))
        .containsExactly(DELIVERY);
  }

  @Test
  void whatCouldNotBeToldComesBack() {
    var decided = new Verdict.Unassigned(DELIVERY, UNASSIGNED);
    var deadLettered = new Verdict.DeadLettered(DELIVERY, "poison", Optional.of(FAILED));

    assertThat(new DispatchBatch.Result(List.of(decided), Map.of(UNASSIGNED, "away")).failures())
        .containsExactly(DELIVERY);
    assertThat(new DispatchBatch.Result(List.of(deadLettered), Map.of(FAILED, "away")).failures())
        .containsExactly(DELIVERY);
  }

  private static List<Delivery> failures(Verdict verdict) {
    return new DispatchBatch.Result(List.of(verdict), Map.of()).failures();
  }
}
