package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Any event that Lambda can hand over at all, read and answered with Lambda's own mapping. The
 * files of the corpus are events of API Gateway.
 */
class EventFuzzTest {

  private final PojoSerializer<APIGatewayProxyRequestEvent> events =
      serializer(APIGatewayProxyRequestEvent.class);
  private final PojoSerializer<APIGatewayProxyResponseEvent> answers =
      serializer(APIGatewayProxyResponseEvent.class);

  @FuzzTest
  void event(byte[] json) {
    var event = read(json);
    if (event.isEmpty()) {
      return;
    }
    var api = new FuzzedApi();

    var response = api.respond(event.get());

    api.check(response);
    assertThat(response.getStatusCode()).isIn(200, 202, 400, 401, 404, 413, 415, 422);
    var written = new ByteArrayOutputStream();
    answers.toJson(response, written);
    assertThat(answers.fromJson(new ByteArrayInputStream(written.toByteArray())))
        .isEqualTo(response);
  }

  /** What Lambda cannot read never reaches the function. */
  private Optional<APIGatewayProxyRequestEvent> read(byte[] json) {
    try {
      return Optional.ofNullable(events.fromJson(new ByteArrayInputStream(json)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
