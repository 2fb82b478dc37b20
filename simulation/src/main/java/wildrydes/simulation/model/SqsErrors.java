package wildrydes.simulation.model;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** SQS's refusals as the SDK throws them. */
final class SqsErrors {

  private SqsErrors() {}

  static SqsException queueDoesNotExist() {
    return of(
        QueueDoesNotExistException.builder(),
        "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }

  static SqsException invalidValue(String message) {
    return of(SqsException.builder(), "InvalidParameterValue", message);
  }

  static SqsException missing(String parameter) {
    return of(
        SqsException.builder(),
        "MissingParameter",
        "The request must contain the parameter " + parameter + ".");
  }

  static SqsException invalidContents() {
    return of(
        InvalidMessageContentsException.builder(),
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF"
            + " | #xE000 to #xFFFD | #x10000 to #x10FFFF");
  }

  static SqsException invalidHandle() {
    return of(
        ReceiptHandleIsInvalidException.builder(),
        "ReceiptHandleIsInvalid",
        "The input receipt handle is invalid.");
  }

  static SqsException notInFlight() {
    return of(
        MessageNotInflightException.builder(),
        "MessageNotInflight",
        "The specified message is not in flight.");
  }

  static SqsException emptyBatch() {
    return of(
        EmptyBatchRequestException.builder(),
        "AWS.SimpleQueueService.EmptyBatchRequest",
        "There should be at least one entry in the request.");
  }

  static SqsException tooManyEntries(int entries) {
    return of(
        TooManyEntriesInBatchRequestException.builder(),
        "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
        "Maximum number of entries per request are 10. You have sent " + entries + ".");
  }

  static SqsException repeatedId(String id) {
    return of(
        BatchEntryIdsNotDistinctException.builder(),
        "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
        "Id " + id + " repeated.");
  }

  static SqsException invalidId() {
    return of(
        InvalidBatchEntryIdException.builder(),
        "AWS.SimpleQueueService.InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can"
            + " be at most 80 letters long.");
  }

  static SqsException batchTooLong(int bytes) {
    return of(
        BatchRequestTooLongException.builder(),
        "AWS.SimpleQueueService.BatchRequestTooLong",
        "Batch requests cannot be longer than 1048576 bytes. You have sent " + bytes + " bytes.");
  }

  private static SqsException of(SqsException.Builder builder, String code, String message) {
    return (SqsException)
        builder
            .message(message)
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("Sqs")
                    .errorCode(code)
                    .errorMessage(message)
                    .build())
            .build();
  }
}
