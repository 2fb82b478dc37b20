package wildrydes.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.model.Message;

class StackIT {

  @Test
  void queuesAreWhatTheTemplateSays() {
    var stack = Stack.shared();

    var attributes =
        stack
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(stack.queueUrl("RideRequestQueue"))
                        .attributeNames(QUEUE_ARN, VISIBILITY_TIMEOUT, REDRIVE_POLICY))
            .attributes();

    assertThat(attributes)
        .isEqualTo(
            Map.of(
                QUEUE_ARN,
                "arn:aws:sqs:us-west-2:000000000000:WildRydes-RideRequests",
                VISIBILITY_TIMEOUT,
                "180",
                REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-west-2:000000000000:WildRydes-RideRequests-DeadLetters\","
                    + "\"maxReceiveCount\":5}"));
  }

  @Test
  void queueUrlsAreWhatTheTemplateGivesToFunctions() {
    var stack = Stack.shared();

    assertThat(stack.sqs().listQueues().queueUrls())
        .containsExactlyInAnyOrder(
            stack.queueUrl("RideRequestQueue"),
            stack.queueUrl("RideRequestDeadLetterQueue"),
            stack.queueUrl("RideOutcomeQueue"),
            stack.queueUrl("RideOutcomeDeadLetterQueue"));
    assertThat(stack.template().outputs())
        .containsEntry("RideRequestQueueUrl", stack.queueUrl("RideRequestQueue"));
  }

  @Test
  void ridesExpire() {
    var stack = Stack.shared();

    var expiry =
        stack
            .dynamoDb()
            .describeTimeToLive(request -> request.tableName(stack.tableName("RidesTable")))
            .timeToLiveDescription();

    assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
    assertThat(expiry.attributeName()).isEqualTo("ExpiresAt");
  }

  @Test
  void aMessageReceivedTooOftenBecomesADeadLetter(@TempDir Path folder) throws Exception {
    var template =
        Files.writeString(
            folder.resolve("template.yaml"),
            """
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 0
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 2}
              Dead: {Type: "AWS::SQS::Queue"}
            """);
    try (var stack = Stack.start(StackSettings.inMemory(template))) {
      stack
          .sqs()
          .sendMessage(message -> message.queueUrl(stack.queueUrl("Jobs")).messageBody("broken"));

      Eventually.present(() -> Received.one(stack, "Jobs"));
      Eventually.present(() -> Received.one(stack, "Jobs"));
      // The third receive is what moves it.
      assertThat(Received.one(stack, "Jobs")).isEmpty();

      assertThat(Eventually.present(() -> Received.one(stack, "Dead")))
          .extracting(Message::body)
          .isEqualTo("broken");
    }
  }
}
