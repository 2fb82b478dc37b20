package wildrydes.emulators;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import scala.collection.immutable.Nil$;
import scala.util.Either;
import scalikejdbc.ConnectionPool;

/** Keeps ElasticMQ's queues in an H2 file. */
final class QueueStore implements AutoCloseable {

  private static final Duration RESTORING = Duration.ofMinutes(1);

  private static final AtomicBoolean OPEN = new AtomicBoolean();

  private final ActorRef listener;

  private QueueStore(ActorRef listener) {
    this.listener = listener;
  }

  static QueueStore open(Path folder, ActorSystem actors) {
    if (!OPEN.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "ElasticMQ keeps one connection pool per JVM, so only one SQS emulator with a data folder can be open. Close the other first.");
    }
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url(folder), "", "", false);
    // ElasticMQ opens its pool for the first store only; the next one needs its own.
    DB.initializeSingleton(config);
    var settings = ConnectionPool.singleton$default$4();
    ConnectionPool.singleton(
        config.uri(),
        config.username(),
        config.password(),
        settings,
        ConnectionPool.DEFAULT_CONNECTION_POOL_FACTORY());
    return new QueueStore(
        actors.actorOf(Props.create(SqlQueuePersistenceActor.class, config, Nil$.MODULE$)));
  }

  private static String url(Path folder) {
    // H2 would otherwise write a commit up to half a second later, and a kill would lose it.
    return "jdbc:h2:file:"
        + folder.toAbsolutePath().resolve("queues")
        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  ActorRef listener() {
    return listener;
  }

  void restore(ActorRef queues) {
    var answer =
        Patterns.ask(listener, new QueueEvent.Restore(queues), RESTORING)
            .toCompletableFuture()
            .join();
    if (answer instanceof Either<?, ?> either && either.isLeft()) {
      throw new IllegalStateException("ElasticMQ could not restore its queues: " + either);
    }
  }

  @Override
  public void close() {
    ConnectionPool.closeAll();
    OPEN.set(false);
  }
}
