package wildrydes.simulation.faults;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Who answers a call, how long callers wait for it, and how it refuses. */
public enum Service {
  DYNAMODB(Duration.ofSeconds(5), 3),
  SQS(Duration.ofSeconds(5), 3),
  /** Asked once: a repeated call would count again. */
  CLOUDWATCH(Duration.ofSeconds(2), 1),
  /** Nobody waits for it: what it does not do now it does later. */
  LAMBDA(Duration.ofSeconds(5), 1);

  private final Duration patience;
  private final int attempts;

  Service(Duration patience, int attempts) {
    this.patience = patience;
    this.attempts = attempts;
  }

  /** When a caller gives up, with all attempts. */
  Duration patience() {
    return patience;
  }

  /** How often a caller sends what is not answered. */
  int attempts() {
    return attempts;
  }

  SdkException error() {
    var details = details("InternalError", 500);
    return switch (this) {
      case DYNAMODB -> (SdkException) DynamoDbException.builder().awsErrorDetails(details).build();
      case SQS, LAMBDA -> (SdkException) SqsException.builder().awsErrorDetails(details).build();
      case CLOUDWATCH ->
          (SdkException) CloudWatchException.builder().awsErrorDetails(details).build();
    };
  }

  SdkException throttled() {
    var details = details("ThrottlingException", 400);
    return switch (this) {
      case DYNAMODB ->
          ProvisionedThroughputExceededException.builder().awsErrorDetails(details).build();
      case SQS, LAMBDA -> (SdkException) SqsException.builder().awsErrorDetails(details).build();
      case CLOUDWATCH ->
          (SdkException) CloudWatchException.builder().awsErrorDetails(details).build();
    };
  }

  SdkException timeout() {
    return ApiCallTimeoutException.create(patience.toMillis());
  }

  private AwsErrorDetails details(String code, int status) {
    return AwsErrorDetails.builder()
        .errorCode(code)
        .errorMessage("simulated, status " + status)
        .serviceName(name())
        .build();
  }
}
