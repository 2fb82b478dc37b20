package wildrydes.dispatcher.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import wildrydes.edge.SdkClients;
import wildrydes.edge.SqsEvents;
import wildrydes.edge.Surroundings;
import wildrydes.edge.rehearsal.Rehearsal;

/** The dispatcher's entry on Lambda: the request queue hands it batches of ride requests. */
public final class DispatcherHandler implements RequestStreamHandler {

  private final Dispatcher dispatcher;

  /** Kept here, for the runtime forgets it otherwise. */
  final Optional<Rehearsal> rehearsal;

  public DispatcherHandler() {
    this(System.getenv());
  }

  /**
   * Builds the function with all that it needs of AWS.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public DispatcherHandler(Map<String, String> environment) {
    // SnapStart's copies must not all wait alike.
    var around = Surroundings.of(new SdkClients(environment), new SecureRandom());
    this.dispatcher = new Dispatcher(environment, around);
    this.rehearsal = Rehearsal.beforeSnapshot(environment, getClass(), DispatcherHandler::new);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    SqsEvents.write(dispatcher.handleRequest(SqsEvents.read(event), context), answer);
  }
}
