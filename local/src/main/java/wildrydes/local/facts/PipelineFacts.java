package wildrydes.local.facts;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.template.ServerlessFunction;

/**
 * What stays the same while the pipeline runs.
 *
 * @param stack the prefix of every name
 * @param startedAt epoch milliseconds
 * @param maxPickupMeters a unicorn farther away is out of reach; 0 when the template does not say
 * @param rideSeconds how long a ride keeps its unicorn after the pickup; 0 when it does not say
 * @param endpoints base URLs by service: {@code sqs}, {@code dynamodb}, {@code cloudwatch}
 * @param tables names by logical id
 * @param queues URLs by logical id
 */
public record PipelineFacts(
    String stack,
    String region,
    long startedAt,
    int maxPickupMeters,
    int rideSeconds,
    Map<String, URI> endpoints,
    Map<String, String> tables,
    Map<String, String> queues) {

  /** The facts of a pipeline that has just started. */
  public static Supplier<PipelineFacts> of(Stack stack, URI cloudWatch, Instant startedAt) {
    var template = stack.template();
    Map<String, String> tables = new TreeMap<>();
    template.tables().forEach(table -> tables.put(table.logicalId(), table.name()));
    Map<String, String> queues = new TreeMap<>();
    template
        .queues()
        .forEach(queue -> queues.put(queue.logicalId(), stack.queueUrl(queue.logicalId())));
    var facts =
        new PipelineFacts(
            stack.name(),
            Aws.REGION,
            startedAt.toEpochMilli(),
            setting(stack, "MAX_PICKUP_METERS").orElse(0),
            setting(stack, "RIDE_SECONDS").orElse(0),
            Map.of(
                "sqs", stack.sqsEndpoint(),
                "dynamodb", stack.dynamoDbEndpoint(),
                "cloudwatch", cloudWatch),
            tables,
            queues);
    return () -> facts;
  }

  private static OptionalInt setting(Stack stack, String variable) {
    return stack.template().functions().stream()
        .map(ServerlessFunction::environment)
        .filter(environment -> environment.containsKey(variable))
        .mapToInt(environment -> Integer.parseInt(environment.get(variable)))
        .findFirst();
  }
}
