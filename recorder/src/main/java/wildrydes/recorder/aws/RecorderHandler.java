package wildrydes.recorder.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import wildrydes.edge.SdkClients;
import wildrydes.edge.SqsEvents;
import wildrydes.edge.Surroundings;
import wildrydes.edge.rehearsal.Rehearsal;

/** The recorder's entry on Lambda: the outcome queue hands it batches of outcomes. */
public final class RecorderHandler implements RequestStreamHandler {

  private final Recorder recorder;

  /** Kept here, for the runtime forgets it otherwise. */
  final Optional<Rehearsal> rehearsal;

  public RecorderHandler() {
    this(System.getenv());
  }

  /**
   * Builds the function with all that it needs of AWS.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public RecorderHandler(Map<String, String> environment) {
    var clients = new SdkClients(environment);
    this.recorder =
        new Recorder(
            environment,
            Surroundings.of(clients, new SecureRandom()),
            clients
                .askingOnce(CloudWatchClient.builder(), "CLOUDWATCH", Recorder.METRICS_TIMEOUT)
                .build());
    this.rehearsal = Rehearsal.beforeSnapshot(environment, getClass(), RecorderHandler::new);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    SqsEvents.write(recorder.handleRequest(SqsEvents.read(event), context), answer);
  }
}
