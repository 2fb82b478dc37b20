package wildrydes.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class KeptDataIT {

  private static final String ARN = "arn:aws:sqs:us-west-2:000000000000:";

  private static final Map<String, AttributeValue> RIDE =
      Map.of("RideId", AttributeValue.fromS("r1"));

  private static final MessageAttributeValue ATTRIBUTE =
      MessageAttributeValue.builder().dataType("String").stringValue("r1").build();

  @TempDir private Path data;

  @Test
  void aRestartFindsEverythingAgain() throws Exception {
    try (var stack = start(StackSettings.repositoryTemplate())) {
      use(stack);
    }

    try (var stack = start(StackSettings.repositoryTemplate())) {
      assertKept(stack);
    }
  }

  @Test
  void aKillLosesNothing() throws Exception {
    try (var child = ChildJvm.start(Victim.class, data.toString())) {
      assertThat(child.nextLine()).isEqualTo("done");
      child.kill();
    }

    try (var stack = start(StackSettings.repositoryTemplate())) {
      assertKept(stack);
    }
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    try (var child = ChildJvm.start(Victim.class, data.toString())) {
      assertThat(child.nextLine()).isEqualTo("done");

      assertThatThrownBy(() -> start(StackSettings.repositoryTemplate()).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Does another local run use it?");
      child.kill();
    }

    start(StackSettings.repositoryTemplate()).close();
  }

  @Test
  void deletedMessagesStayDeleted() throws Exception {
    try (var stack = start(StackSettings.repositoryTemplate())) {
      use(stack);
      var message = Eventually.present(() -> Received.one(stack, "RideRequestQueue"));
      stack
          .sqs()
          .deleteMessage(
              request ->
                  request
                      .queueUrl(stack.queueUrl("RideRequestQueue"))
                      .receiptHandle(message.receiptHandle()));
    }

    try (var stack = start(StackSettings.repositoryTemplate())) {
      assertThat(Received.one(stack, "RideRequestQueue")).isEmpty();
    }
  }

  @Test
  void aDeadLetterIsNotBackInItsQueueAfterARestart() throws Exception {
    try (var stack = start(jobsWithDeadLetters())) {
      stack
          .sqs()
          .sendMessage(message -> message.queueUrl(stack.queueUrl("Jobs")).messageBody("broken"));
      Eventually.present(() -> Received.one(stack, "Jobs"));
      assertThat(Received.one(stack, "Jobs")).isEmpty();
      Eventually.present(() -> Received.one(stack, "Dead"));
    }

    try (var stack = start(jobsWithDeadLetters())) {
      assertThat(waiting(stack, "Jobs")).isEqualTo("0");
      assertThat(waiting(stack, "Dead")).isEqualTo("1");
    }
  }

  @Test
  void aDeadLetterMovedBackIsInItsQueueAfterARestart() throws Exception {
    try (var stack = start(jobsWithDeadLetters())) {
      stack
          .sqs()
          .sendMessage(message -> message.queueUrl(stack.queueUrl("Jobs")).messageBody("broken"));
      Eventually.present(() -> Received.one(stack, "Jobs"));
      assertThat(Received.one(stack, "Jobs")).isEmpty();
      stack
          .sqs()
          .startMessageMoveTask(
              move ->
                  move.sourceArn(ARN + "WildRydes-Dead").destinationArn(ARN + "WildRydes-Jobs"));
      Eventually.present(() -> Received.one(stack, "Jobs"));
    }

    try (var stack = start(jobsWithDeadLetters())) {
      assertThat(waiting(stack, "Jobs")).isEqualTo("1");
      assertThat(waiting(stack, "Dead")).isEqualTo("0");
    }
  }

  @Test
  void keptQueuesAreBroughtUpToDate() throws Exception {
    start(queueWith("VisibilityTimeout: 10")).close();

    try (var stack = start(queueWith("VisibilityTimeout: 20"))) {
      var attributes =
          stack
              .sqs()
              .getQueueAttributes(
                  request ->
                      request.queueUrl(stack.queueUrl("Jobs")).attributeNames(VISIBILITY_TIMEOUT))
              .attributes();
      assertThat(attributes).isEqualTo(Map.of(VISIBILITY_TIMEOUT, "20"));
    }
  }

  @Test
  void aKeptTableWithOtherKeysIsRefused() throws Exception {
    start(tableWith("RideId")).close();

    assertThatThrownBy(() -> start(tableWith("UnicornId")).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WildRydes-Things has other keys");
  }

  @Test
  void onlyOneSqsEmulatorKeepsDataAtATime() throws Exception {
    try (var first = SqsEmulator.start(0, Optional.of(data))) {
      assertThat(first.endpoint().getPort()).isPositive();

      assertThatThrownBy(() -> SqsEmulator.start(0, Optional.of(data.resolve("other"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("only one SQS emulator with a data folder");
    }
  }

  private static @Nullable String waiting(Stack stack, String logicalId) {
    return stack
        .sqs()
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(stack.queueUrl(logicalId))
                    .attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES))
        .attributes()
        .get(APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private Path jobsWithDeadLetters() throws Exception {
    return Files.writeString(
        data.resolve("template.yaml"),
        """
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 0
              RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 1}
          Dead: {Type: "AWS::SQS::Queue", Properties: {VisibilityTimeout: 0}}
        """);
  }

  private Path queueWith(String property) throws Exception {
    return Files.writeString(
        data.resolve("template.yaml"),
        "Resources: {Jobs: {Type: 'AWS::SQS::Queue', Properties: {%s}}}".formatted(property));
  }

  private Path tableWith(String key) throws Exception {
    return Files.writeString(
        data.resolve("template.yaml"),
        """
        Resources:
          Things:
            Type: AWS::DynamoDB::Table
            Properties:
              AttributeDefinitions: [{AttributeName: %1$s, AttributeType: S}]
              KeySchema: [{AttributeName: %1$s, KeyType: HASH}]
        """
            .formatted(key));
  }

  private Stack start(Path template) throws Exception {
    return start(template, data);
  }

  private static Stack start(Path template, Path data) throws Exception {
    return Stack.start(
        new StackSettings(template, StackSettings.STACK_NAME, Map.of(), 0, 0, Optional.of(data)));
  }

  private static void use(Stack stack) {
    stack
        .sqs()
        .sendMessage(
            message ->
                message
                    .queueUrl(stack.queueUrl("RideRequestQueue"))
                    .messageBody("a ride \uD83E\uDD84")
                    .messageAttributes(Map.of("RideId", ATTRIBUTE)));
    stack
        .dynamoDb()
        .putItem(request -> request.tableName(stack.tableName("RidesTable")).item(RIDE));
  }

  private static void assertKept(Stack stack) {
    var message = Eventually.present(() -> Received.one(stack, "RideRequestQueue"));
    assertThat(message.body()).isEqualTo("a ride \uD83E\uDD84");
    assertThat(message.messageAttributes()).isEqualTo(Map.of("RideId", ATTRIBUTE));
    assertThat(
            stack
                .dynamoDb()
                .getItem(request -> request.tableName(stack.tableName("RidesTable")).key(RIDE))
                .item())
        .isEqualTo(RIDE);
  }

  /** Uses the stack and then waits to be killed. */
  static final class Victim {

    private Victim() {}

    public static void main(String[] args) throws Exception {
      var stack = start(StackSettings.repositoryTemplate(), Path.of(args[0]));
      use(stack);
      System.out.println("done");
      Thread.currentThread().join();
    }
  }
}
