package wildrydes.ops.deadletters.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.ops.aws.AwsClients;
import wildrydes.ops.aws.AwsFailures;
import wildrydes.ops.aws.AwsUse;
import wildrydes.ops.aws.Endpoint;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.aws.DynamoDbRideRecords;
import wildrydes.ops.deadletters.aws.SqsDeadLetterQueues;
import wildrydes.ops.deadletters.aws.SqsMoveTasks;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** Reaches the stack's own queues and its table of rides. */
public final class AwsDeadLetterAccess implements DeadLetterAccess {

  private final Map<String, String> environment;

  public AwsDeadLetterAccess(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public <T> T with(StackOptions stack, Function<DeadLetterStack, T> work) {
    var queues = Endpoint.of(Endpoint.Target.SQS, environment);
    var table = Endpoint.of(Endpoint.Target.DYNAMODB, environment);
    requireOnePlace(queues, table);
    var clients = new AwsClients(environment, stack);
    try (SqsClient sqs = clients.sqs(queues);
        DynamoDbClient dynamoDb = clients.dynamoDb(table)) {
      return work.apply(
          new DeadLetterStack(
              stack.name(),
              new SqsDeadLetterQueues(sqs, stack.name()),
              new DynamoDbRideRecords(dynamoDb, stack.ridesTable()),
              new SqsMoveTasks(sqs, stack.name())));
    } catch (SdkException e) {
      throw AwsFailures.explain(
          e,
          new AwsUse(
              stack,
              List.of(queues, table),
              "stack " + stack.name() + " with its queues and its table of rides",
              "To look takes sqs:GetQueueUrl, GetQueueAttributes, ReceiveMessage and"
                  + " ChangeMessageVisibility on the dead-letter queues and dynamodb:BatchGetItem on"
                  + " the rides; to change takes sqs:SendMessage and DeleteMessage, too, and a"
                  + " redrive StartMessageMoveTask, ListMessageMoveTasks and"
                  + " CancelMessageMoveTask."));
    }
  }

  /** The dead letters of a local run next to the rides of AWS would all look lost. */
  private static void requireOnePlace(Endpoint queues, Endpoint table) {
    if (queues.isLocal() != table.isLocal()) {
      throw new CommandFailure(
          Exit.USAGE,
          "Of AWS_ENDPOINT_URL_SQS and AWS_ENDPOINT_URL_DYNAMODB only one names this machine.\n"
              + "Set both, as ./rides local prints them, or none to reach AWS.");
    }
  }
}
