package wildrydes.ops.fleet.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import wildrydes.ops.aws.AwsClients;
import wildrydes.ops.aws.AwsFailures;
import wildrydes.ops.aws.AwsUse;
import wildrydes.ops.aws.Endpoint;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.FleetTable;

/** Reaches the fleet in the stack's own table. */
public final class AwsFleetAccess implements FleetAccess {

  private final Map<String, String> environment;

  public AwsFleetAccess(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public <T> T with(StackOptions stack, Function<FleetTable, T> work) {
    var endpoint = Endpoint.of(Endpoint.Target.DYNAMODB, environment);
    try (DynamoDbClient client = new AwsClients(environment, stack).dynamoDb(endpoint)) {
      return work.apply(new FleetTable(client, stack.unicornsTable()));
    } catch (SdkException e) {
      throw AwsFailures.explain(
          e,
          new AwsUse(
              stack,
              List.of(endpoint),
              "table " + stack.unicornsTable(),
              "It takes Scan, PutItem, UpdateItem and DeleteItem on that table."));
    }
  }
}
