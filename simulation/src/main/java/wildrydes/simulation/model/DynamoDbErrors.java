package wildrydes.simulation.model;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** DynamoDB's answers that are exceptions in the SDK. */
final class DynamoDbErrors {

  private DynamoDbErrors() {}

  /**
   * @param item the item that failed it; empty if there is none or nobody asked
   */
  static ConditionalCheckFailedException conditionFailed(Map<String, AttributeValue> item) {
    var message = "The conditional request failed";
    var failed =
        ConditionalCheckFailedException.builder()
            .message(message)
            .statusCode(400)
            // An answer like any other, and a frequent one: nobody reads its stack trace.
            .writableStackTrace(false)
            .awsErrorDetails(details("ConditionalCheckFailedException", message));
    return (item.isEmpty() ? failed : failed.item(item)).build();
  }

  static ResourceNotFoundException tableNotFound(String table) {
    var message = "Requested resource not found: Table: " + table + " not found";
    return ResourceNotFoundException.builder()
        .message(message)
        .statusCode(400)
        .awsErrorDetails(details("ResourceNotFoundException", message))
        .build();
  }

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("DynamoDb")
        .errorCode(code)
        .errorMessage(message)
        .build();
  }
}
