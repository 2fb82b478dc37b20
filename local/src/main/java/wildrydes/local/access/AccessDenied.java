package wildrydes.local.access;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The exceptions by which an SDK client tells that AWS has refused a call. */
final class AccessDenied {

  private AccessDenied() {}

  /**
   * The refusal, in the words, with the code and the type of the service itself.
   *
   * @param session the ARN of who asked
   */
  static AwsServiceException of(String service, String session, Permission asked, Verdict verdict) {
    // DynamoDB answers as JSON services do; the two others still speak as the older ones.
    boolean dynamoDb = service.equals("DynamoDb");
    var details =
        AwsErrorDetails.builder()
            .serviceName(service)
            .errorCode(dynamoDb ? "AccessDeniedException" : "AccessDenied")
            .errorMessage(message(session, asked, verdict))
            .build();
    var exception =
        switch (service) {
          case "DynamoDb" -> DynamoDbException.builder();
          case "Sqs" -> SqsException.builder();
          case "CloudWatch" -> CloudWatchException.builder();
          default -> AwsServiceException.builder();
        };
    return exception.awsErrorDetails(details).statusCode(dynamoDb ? 400 : 403).build();
  }

  private static String message(String session, Permission asked, Verdict verdict) {
    return "User: "
        + session
        + " is not authorized to perform: "
        + asked.action()
        + (asked.resource().equals("*") ? "" : " on resource: " + asked.resource())
        + (verdict == Verdict.DENIED
            ? " with an explicit deny in an identity-based policy"
            : " because no identity-based policy allows the " + asked.action() + " action");
  }
}
