package wildrydes.local.faults;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** An answer over HTTP that the service never gave, in that service's own words. */
record FalseAnswer(int status, String code) {

  /** The one that the fault of this attempt asks for, if it asks for one. */
  static Optional<FalseAnswer> to(FunctionCall call) {
    return call.fault()
        .flatMap(
            fault ->
                switch (fault) {
                  case SERVER_ERROR -> Optional.of(serverError(call));
                  case THROTTLED -> Optional.of(throttle(call));
                  case NOT_SENT, ANSWER_LOST, DELAYED, PARTLY_REFUSED -> Optional.empty();
                });
  }

  private static FalseAnswer serverError(FunctionCall call) {
    return switch (call.request()) {
      case SqsRequest _ -> new FalseAnswer(503, "com.amazonaws.sqs#ServiceUnavailable");
      case CloudWatchRequest _ -> new FalseAnswer(500, "");
      default -> new FalseAnswer(500, "com.amazonaws.dynamodb.v20120810#InternalServerError");
    };
  }

  private static FalseAnswer throttle(FunctionCall call) {
    return switch (call.request()) {
      case SqsRequest _ -> new FalseAnswer(400, "com.amazonaws.sqs#RequestThrottled");
      case CloudWatchRequest _ -> new FalseAnswer(429, "");
      default ->
          new FalseAnswer(
              400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException");
    };
  }

  SdkHttpResponse headOf(SdkHttpResponse response) {
    return response.toBuilder()
        .statusCode(status)
        // They are about the true body.
        .removeHeader("x-amz-crc32")
        .removeHeader("Content-Length")
        .build();
  }

  /** CloudWatch's is empty: the status says all, and its protocol is binary. */
  InputStream body() {
    String json =
        code.isEmpty() ? "" : "{\"__type\":\"%s\",\"message\":\"injected\"}".formatted(code);
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
