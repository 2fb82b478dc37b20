package wildrydes.emulators;

import com.typesafe.config.ConfigFactory;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.FutureConverters;

/**
 * ElasticMQ on loopback, with AWS's limits. Unlike SQS it keeps the message id on a redrive and
 * ignores retention periods. With a data folder, queues and messages are in {@code queues.mv.db}
 * there ({@link QueueStore} says what survives a restart).
 */
public final class SqsEmulator implements AutoCloseable {

  private static final Duration STOPPING = Duration.ofSeconds(10);

  private static final String CONFIG =
      """
      pekko.loggers = []
      pekko.loglevel = OFF
      pekko.stdout-loglevel = OFF
      pekko.log-dead-letters = off
      # One failing queue must not take the whole local run with it.
      pekko.jvm-exit-on-fatal-error = off
      pekko.jvm-shutdown-hooks = off
      pekko.daemonic = on
      # A message goes from actor to actor: more threads than this only wake each other up on its way.
      pekko.actor.default-dispatcher.fork-join-executor.parallelism-min = 2
      pekko.actor.default-dispatcher.fork-join-executor.parallelism-max = 2
      # ElasticMQ reads no header that would have to be taken apart.
      pekko.http.server.parsing.modeled-header-parsing = off
      """;

  private final ActorSystem actors;
  private final Optional<QueueStore> store;
  private final URI endpoint;

  private SqsEmulator(ActorSystem actors, Optional<QueueStore> store, URI endpoint) {
    this.actors = actors;
    this.store = store;
    this.endpoint = endpoint;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param data the folder that keeps queues and messages; without it they are in memory
   * @throws BindException naming the port, when it is taken
   */
  public static SqsEmulator start(int port, Optional<Path> data) throws BindException {
    EmulatorLogs.hush();
    return Loopback.bind(port, free -> startOn(free, data));
  }

  private static SqsEmulator startOn(int port, Optional<Path> data) throws BindException {
    var loader = SqsEmulator.class.getClassLoader();
    var config = ConfigFactory.parseString(CONFIG).withFallback(ConfigFactory.load(loader));
    var actors = ActorSystem.create("elasticmq", config, loader);
    Optional<QueueStore> store = Optional.empty();
    try {
      store = data.map(folder -> QueueStore.open(folder, actors));
      var queues = queueManager(actors, store.map(QueueStore::listener));
      store.ifPresent(kept -> kept.restore(queues));
      serve(port, actors, queues);
      return new SqsEmulator(actors, store, Loopback.endpoint(port));
    } catch (RuntimeException e) {
      terminate(actors);
      store.ifPresent(QueueStore::close);
      if (Loopback.isBindFailure(e)) {
        throw Loopback.taken(port, e);
      }
      throw e;
    }
  }

  private static ActorRef queueManager(ActorSystem actors, Optional<ActorRef> listener) {
    return actors.actorOf(
        Props.create(
            QueueManagerActor.class,
            new NowProvider(),
            StrictSQSLimits$.MODULE$,
            Option.apply(listener.orElse(null))));
  }

  private static void serve(int port, ActorSystem actors, ActorRef queues) {
    var server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(queues)
            .withInterface(Loopback.HOST)
            .withPort(port)
            .withServerAddress(NodeAddress.apply("http", Loopback.HOST, port, ""))
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .withAWSRegion(Aws.REGION)
            .withAWSAccountId(Aws.ACCOUNT_ID)
            .start();
    FutureConverters.asJava(server.startFuture()).toCompletableFuture().join();
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      store.ifPresent(QueueStore::drain);
    } finally {
      terminate(actors);
      store.ifPresent(QueueStore::close);
    }
  }

  private static void terminate(ActorSystem actors) {
    FutureConverters.asJava(actors.terminate())
        .toCompletableFuture()
        .orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
