package wildrydes.simulation.faults;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.edge.Surroundings;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.engine.MachineThreads;

/**
 * Connects a handler to the machine it runs on. A handler that keeps nothing between invocations is
 * plugged into many machines and many runs, one at a time.
 */
public final class Plug {

  /**
   * Where a handler runs and what it reaches from there.
   *
   * @param random what is chance to the function
   */
  public record Socket(
      Wire wire,
      Machine machine,
      RandomGenerator random,
      DynamoDbClient dynamoDb,
      SqsClient sqs,
      CloudWatchClient cloudWatch) {}

  private final String function;
  private @Nullable Socket socket;

  /** The plug of a handler of that function, not yet connected. */
  public Plug(String function) {
    this.function = function;
  }

  public void into(Socket newSocket) {
    socket = newSocket;
  }

  /** The surroundings that a handler with this plug has. */
  public Surroundings surroundings() {
    RandomGenerator random = () -> socket().random().nextLong();
    InstantSource clock = () -> socket().machine().clock().instant();
    return new Surroundings(
        new WiredDynamoDb(this),
        new WiredSqs(this),
        clock,
        time -> socket().machine().pause(time),
        random,
        new MachineThreads(() -> socket().machine()));
  }

  public CloudWatchClient cloudWatch() {
    return new WiredCloudWatch(this);
  }

  String function() {
    return function;
  }

  Socket socket() {
    return requireNonNull(socket, "the handler is not connected");
  }
}
