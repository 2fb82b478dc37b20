package wildrydes.simulation.model.expression;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** DynamoDB's answer to a request that makes no sense, whatever the table holds. */
public final class Invalid {

  private static final String CODE = "ValidationException";

  private Invalid() {}

  /** The exception to throw. */
  public static DynamoDbException request(String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .message(message)
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("DynamoDb")
                    .errorCode(CODE)
                    .errorMessage(message)
                    .build())
            .build();
  }
}
