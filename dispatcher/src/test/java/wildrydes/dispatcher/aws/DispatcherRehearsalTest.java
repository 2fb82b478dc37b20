package wildrydes.dispatcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.SilentAws;

/** What happens before the snapshot, with an AWS that must hear nothing of it. */
class DispatcherRehearsalTest {

  @Test
  void theRehearsalAssignsRidesAndNobodyHearsOfIt() throws IOException {
    try (var aws = SilentAws.listen()) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      environment.put("REHEARSAL_SECONDS", "1");
      environment.put("RIDES_TABLE", "Rides");
      environment.put("UNICORNS_TABLE", "Unicorns");
      environment.put("RIDE_REQUEST_QUEUE_URL", aws.queueUrl("RideRequests"));
      environment.put("RIDE_REQUEST_DEAD_LETTER_QUEUE_URL", aws.queueUrl("DeadLetters"));
      environment.put("RIDE_OUTCOME_QUEUE_URL", aws.queueUrl("RideOutcomes"));
      environment.put("MAX_PICKUP_METERS", "10000");
      environment.put("RIDE_SECONDS", "300");
      environment.put("MAX_RECEIVE_COUNT", "5");
      var rehearsal = new DispatcherHandler(environment).rehearsal.orElseThrow();

      rehearsal.beforeCheckpoint(Core.getGlobalContext());

      assertThat(rehearsal.answers()).containsExactly("{\"batchItemFailures\":[]}");
      assertThat(aws.calls()).isZero();
    }
  }
}
