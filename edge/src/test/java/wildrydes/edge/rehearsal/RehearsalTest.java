package wildrydes.edge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkSystemSetting;

class RehearsalTest {

  private static final Map<String, String> SNAP_START =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start", "REHEARSAL_SECONDS", "1");

  @Test
  void aRehearsalThatFailsDoesNotKeepTheSnapshotFromBeingTaken() {
    var rehearsal =
        Rehearsal.beforeSnapshot(
                SNAP_START,
                RehearsalTest.class,
                _ -> {
                  throw new IllegalStateException("no stage");
                })
            .orElseThrow();

    assertThatCode(() -> rehearsal.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();

    assertThat(rehearsal.answers()).isEmpty();
    assertThat(System.getProperty(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property()))
        .isNull();
  }

  @Test
  void eachRoundIsPlayedThroughAnotherCopy() {
    List<RequestStreamHandler> played = new ArrayList<>();
    var rehearsal =
        Rehearsal.beforeSnapshot(
                SNAP_START,
                RehearsalTest.class,
                _ ->
                    new RequestStreamHandler() {
                      @Override
                      public void handleRequest(InputStream in, OutputStream out, Context context) {
                        played.add(this);
                      }
                    })
            .orElseThrow();

    rehearsal.beforeCheckpoint(Core.getGlobalContext());

    assertThat(played).hasSizeGreaterThan(1).doesNotHaveDuplicates();
  }

  @Test
  void theCopyKnowsNoOtherAwsThanTheStageAndHasNoCredentials() {
    var known = new AtomicReference<Map<String, String>>(Map.of());
    var environment =
        Map.of(
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "snap-start",
            "REHEARSAL_SECONDS",
            "1",
            "AWS_ACCESS_KEY_ID",
            "real",
            "AWS_SECRET_ACCESS_KEY",
            "real",
            "AWS_ENDPOINT_URL_SQS",
            "real",
            "RIDES_TABLE",
            "Rides");
    var rehearsal =
        Rehearsal.beforeSnapshot(
                environment,
                RehearsalTest.class,
                copy -> {
                  known.set(copy);
                  return (_, _, _) -> {};
                })
            .orElseThrow();

    rehearsal.beforeCheckpoint(Core.getGlobalContext());

    assertThat(known.get())
        .containsEntry("RIDES_TABLE", "Rides")
        .doesNotContainValue("real")
        .doesNotContainValue("snap-start");
    assertThat(known.get().get("AWS_ENDPOINT_URL_SQS")).startsWith("http://127.0.0.1:");
    assertThat(known.get().get("AWS_ENDPOINT_URL_DYNAMODB")).startsWith("http://127.0.0.1:");
    assertThat(known.get().get("AWS_ENDPOINT_URL_CLOUDWATCH")).startsWith("http://127.0.0.1:");
  }
}
