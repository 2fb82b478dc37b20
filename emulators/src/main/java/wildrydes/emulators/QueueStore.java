package wildrydes.emulators;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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

/**
 * Keeps ElasticMQ's queues in an H2 file: bodies, attributes, receive counts and the ends of
 * visibility timeouts. An answered call is on disk, so a killed JVM loses nothing; a message on its
 * way to the dead letters at that moment may be found in both queues. Tags, retention periods and
 * running move tasks are not kept. One store per JVM.
 */
final class QueueStore implements AutoCloseable {

  private static final String DRIVER = "org.h2.Driver";

  private static final Duration RESTORING = Duration.ofMinutes(1);

  private static final Duration DRAINING = Duration.ofSeconds(10);

  private static final AtomicBoolean OPEN = new AtomicBoolean();

  private final ActorRef listener;

  private QueueStore(ActorRef listener) {
    this.listener = listener;
  }

  static QueueStore open(Path folder, ActorSystem actors) {
    if (!OPEN.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "ElasticMQ keeps one connection pool per JVM, so only one SQS emulator with a data folder"
              + " can be open. Close the other first.");
    }
    try {
      refuseIfInUse(folder);
      return new QueueStore(
          store(new SqlQueuePersistenceConfig(true, DRIVER, url(folder), "", "", false), actors));
    } catch (RuntimeException e) {
      OPEN.set(false);
      throw e;
    }
  }

  // Left to itself, ElasticMQ would wait for a store that cannot start.
  private static void refuseIfInUse(Path folder) {
    try (var _ = DriverManager.getConnection(url(folder))) {
      // It opened.
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The data folder " + folder + " cannot be opened. Does another local run use it?", e);
    }
  }

  private static ActorRef store(SqlQueuePersistenceConfig config, ActorSystem actors) {
    // ElasticMQ opens its pool for the first store only; the next one needs its own.
    DB.initializeSingleton(config);
    ConnectionPool.singleton(
        config.uri(),
        config.username(),
        config.password(),
        ConnectionPool.singleton$default$4(),
        ConnectionPool.DEFAULT_CONNECTION_POOL_FACTORY());
    var store = actors.actorOf(Props.create(SqlQueuePersistenceActor.class, config, Nil$.MODULE$));
    return actors.actorOf(Props.create(StoreListener.class, () -> new StoreListener(store)));
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

  /** Waits until everything that was told to the store is on disk. */
  void drain() {
    // It works through its mail in order, and answers this harmless one.
    var last = new QueueEvent.MessageRemoved("", "");
    Patterns.ask(listener, last, DRAINING).toCompletableFuture().join();
  }

  @Override
  public void close() {
    ConnectionPool.closeAll();
    OPEN.set(false);
  }
}
