package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import wildrydes.edge.rehearsal.Rehearsal;
import wildrydes.emulators.SilentAws;

/** What happens before the snapshot, with an AWS that must hear nothing of it. */
class RequestApiRehearsalTest {

  @Test
  void theRehearsalAcceptsShowsAndRefusesAndNobodyHearsOfIt() throws IOException {
    PrintStream console = System.out;
    var said = new ByteArrayOutputStream();
    try (var aws = SilentAws.listen();
        var out = new PrintStream(said, true, UTF_8)) {
      Rehearsal rehearsal = rehearsal(aws);
      System.setOut(out);

      rehearsal.beforeCheckpoint(Core.getGlobalContext());

      assertThat(System.out).isSameAs(out);
      assertThat(rehearsal.answers())
          .hasSize(4)
          .satisfiesExactly(
              first -> assertThat(first).contains("\"statusCode\":202"),
              second -> assertThat(second).contains("\"statusCode\":202"),
              shown -> assertThat(shown).contains("\"statusCode\":200").contains("ASSIGNED"),
              refused -> assertThat(refused).contains("\"statusCode\":4"));
      assertThat(aws.calls()).isZero();
    } finally {
      System.setOut(console);
    }
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @Test
  void withoutASnapshotNothingIsRehearsed() throws IOException {
    try (var aws = SilentAws.listen()) {
      var environment = environment(aws);
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");

      assertThat(new RequestApiHandler(environment).rehearsal).isEmpty();
    }
  }

  private static Rehearsal rehearsal(SilentAws aws) {
    return new RequestApiHandler(environment(aws)).rehearsal.orElseThrow();
  }

  private static Map<String, String> environment(SilentAws aws) {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("REHEARSAL_SECONDS", "1");
    environment.put("RIDES_TABLE", "Rides");
    environment.put("RIDE_REQUEST_QUEUE_URL", aws.queueUrl("RideRequests"));
    environment.put("RIDE_RETENTION_DAYS", "30");
    environment.put("OVERDUE_MINUTES", "30");
    environment.put("DEFAULT_WAIT_SECONDS", "0");
    environment.put("MAX_OPEN_RIDES", "1000");
    return environment;
  }
}
