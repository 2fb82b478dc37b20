package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.faults.Plug;
import wildrydes.simulation.world.Handlers.Handler;

/**
 * Lambda's execution environments: each is a machine with a handler of its own, works one
 * invocation at a time, is used again while it lives, and has a clock of its own.
 */
final class Functions {

  /** An execution environment. */
  record Environment<E, A>(Machine machine, Handler<E, A> handler) {}

  /** One in so many environments is not used again. */
  private static final int RETIRED = 5;

  private final Cloud cloud;
  private final Handlers handlers;
  private final Duration maxSkew;
  private final SplittableRandom random;
  private final Deque<Environment<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> apis =
      new ArrayDeque<>();
  private final Map<String, Deque<Environment<SQSEvent, SQSBatchResponse>>> consumers =
      new HashMap<>();
  private final List<Runnable> returns = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();

  Functions(Cloud cloud, Handlers handlers, Duration maxSkew, SplittableRandom random) {
    this.cloud = cloud;
    this.handlers = handlers;
    this.maxSkew = maxSkew;
    this.random = random;
  }

  Environment<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> requestApi() {
    var idle = idle(apis);
    if (idle != null) {
      return idle;
    }
    var handler = handlers.requestApi();
    return new Environment<>(machine("RequestApi", handler.plug()), handler);
  }

  Environment<SQSEvent, SQSBatchResponse> consumer(String function) {
    var idle = idle(consumers.computeIfAbsent(function, _ -> new ArrayDeque<>()));
    if (idle != null) {
      return idle;
    }
    var handler = handlers.consumer(function);
    returns.add(() -> handlers.giveBack(function, handler));
    return new Environment<>(machine(function, handler.plug()), handler);
  }

  void idleApi(Environment<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> api) {
    apis.add(api);
  }

  void idle(String function, Environment<SQSEvent, SQSBatchResponse> consumer) {
    consumers.computeIfAbsent(function, _ -> new ArrayDeque<>()).add(consumer);
  }

  /** Kills any of the machines that live, if there is one. */
  void killOne() {
    List<Machine> living = machines.stream().filter(Machine::isAlive).toList();
    if (!living.isEmpty()) {
      Machine victim = living.get(random.nextInt(living.size()));
      cloud.history().timeline().add("killed", victim);
      victim.die();
    }
  }

  /** Ends them all and gives their handlers back, for the next run. */
  void close() {
    returns.forEach(Runnable::run);
  }

  /** The time that remains passes in virtual time. */
  Context context(Machine machine, int timeoutSeconds) {
    var scheduler = cloud.scheduler();
    long deadline = scheduler.nanos() + Duration.ofSeconds(timeoutSeconds).toNanos();
    return InvocationContext.of(
        machine.toString(),
        machine + "@" + deadline,
        () -> Math.toIntExact(Math.max(0, (deadline - scheduler.nanos()) / 1_000_000)));
  }

  /** One that is idle, unless Lambda has just retired it. */
  private <T extends Environment<?, ?>> @Nullable T idle(Deque<T> environments) {
    environments.removeIf(environment -> !environment.machine().isAlive());
    T idle = environments.poll();
    return random.nextInt(RETIRED) == 0 ? null : idle;
  }

  private Machine machine(String function, Plug plug) {
    long skew = maxSkew.isZero() ? 0 : random.nextLong(-maxSkew.toMillis(), maxSkew.toMillis());
    var machine =
        new Machine(
            cloud.scheduler(),
            function + "-" + machines.size(),
            Duration.ofMillis(skew),
            () -> LogLines.goTo(cloud.history()::logged));
    machines.add(machine);
    plug.into(
        new Plug.Socket(
            cloud.wire(),
            machine,
            random.split(),
            cloud.dynamoDb(),
            cloud.sqs(),
            cloud.cloudWatch()));
    return machine;
  }
}
