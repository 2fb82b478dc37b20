package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import wildrydes.edge.SdkClients;
import wildrydes.edge.Surroundings;
import wildrydes.edge.rehearsal.Rehearsal;

/** The request API's entry on Lambda: API Gateway hands it one HTTP request at a time. */
public final class RequestApiHandler implements RequestStreamHandler {

  private final RequestApi requestApi;

  /** Kept here, for the runtime forgets it otherwise. */
  final Optional<Rehearsal> rehearsal;

  public RequestApiHandler() {
    this(System.getenv());
  }

  /**
   * Builds the function with all that it needs of AWS.
   *
   * @throws IllegalStateException naming every variable that is missing or wrong
   */
  public RequestApiHandler(Map<String, String> environment) {
    var around = Surroundings.of(new SdkClients(environment), new SecureRandom());
    this.requestApi = new RequestApi(environment, around);
    this.rehearsal = Rehearsal.beforeSnapshot(environment, getClass(), RequestApiHandler::new);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    HttpEvents.write(requestApi.handleRequest(HttpEvents.read(event), context), answer);
  }
}
