package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.contract.Asked;
import wildrydes.contract.GeneratedRequests;
import wildrydes.requestapi.Ride.Status;

/**
 * Requests made up out of the document's schemas: what it allows is accepted, what it forbids is
 * refused. A failure names its seed, which makes the same request again.
 */
class GeneratedRequestsTest extends ApiTest {

  private static final int SEEDS = 300;

  @ParameterizedTest
  @ValueSource(strings = {"requestRide", "showRide"})
  void whatTheDocumentAllowsIsAccepted(String operation) {
    put(new Status.Requested());
    for (int seed = 0; seed < SEEDS; seed++) {
      Asked asked = requests(seed).allowed(operation);

      var response = send(seed, asked);

      assertThat(DocumentedExchange.CONTRACT.forbidden(asked)).as("seed %s", seed).isEmpty();
      // An id that is made up names no ride.
      assertThat(response.getStatusCode())
          .as("seed %s: %s", seed, asked)
          .isEqualTo(operation.equals("showRide") ? 404 : 202);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"requestRide", "showRide"})
  void whatTheDocumentForbidsIsRefused(String operation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Asked asked = requests(seed).forbidden(operation);

      var response = send(seed, asked);

      assertThat(DocumentedExchange.CONTRACT.forbidden(asked)).as("seed %s", seed).isNotEmpty();
      assertThat(response.getStatusCode())
          .as("seed %s: %s", seed, asked)
          .isIn(400, 404, 413, 415, 422);
    }
  }

  private static GeneratedRequests requests(int seed) {
    return new GeneratedRequests(DocumentedExchange.CONTRACT.document(), seed);
  }

  /** Each from a rider of its own: a rider's open rides are limited, and keys are a rider's own. */
  private APIGatewayProxyResponseEvent send(int seed, Asked asked) {
    var event =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod(asked.method())
            .withPath(URLDecoder.decode(asked.path(), StandardCharsets.UTF_8))
            .withHeaders(new HashMap<>(asked.headers()))
            .withBody(asked.body());
    return respond(claims(event, Map.of("username", "rider " + seed)));
  }
}
