package wildrydes.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local behind a web server of our own, because its own one listens on every interface and
 * reports its use to AWS. With a data folder its tables are in {@code shared-local-instance.db}
 * there and survive a kill; it neither throttles nor raises transaction conflicts.
 */
public final class DynamoDbEmulator implements AutoCloseable {

  private static final int MAX_THREADS = 64;

  private final Server server;
  private final LocalDynamoDBServerHandler handler;
  private final URI endpoint;

  private DynamoDbEmulator(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
    this.server = server;
    this.handler = handler;
    this.endpoint = endpoint;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param data the folder that keeps the tables; without it they are in memory
   * @throws BindException naming the port, when it is taken
   */
  public static DynamoDbEmulator start(int port, Optional<Path> data) throws BindException {
    EmulatorLogs.hush();
    return Loopback.bind(port, free -> startOn(free, data));
  }

  private static DynamoDbEmulator startOn(int port, Optional<Path> data) throws BindException {
    var threads = new QueuedThreadPool(MAX_THREADS);
    threads.setDaemon(true);
    threads.setName("dynamodb-local");
    var server = new Server(threads);
    server.setStopAtShutdown(false);
    // One acceptor and one selector are plenty for one machine, and leave the threads to requests.
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost(Loopback.HOST);
    connector.setPort(port);
    server.addConnector(connector);
    var handler = new LocalDynamoDBServerHandler(requests(data), null);
    server.setHandler(handler);
    var emulator = new DynamoDbEmulator(server, handler, Loopback.endpoint(port));
    try {
      server.start();
      return emulator;
    } catch (Exception e) {
      emulator.close();
      if (Loopback.isBindFailure(e)) {
        throw Loopback.taken(port, e);
      }
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  private static LocalDynamoDBRequestHandler requests(Optional<Path> data) {
    data.ifPresent(DynamoDbEmulator::createFolder);
    // Shared: the tables are the same whatever region and access key a client names.
    boolean shared = true;
    boolean delayTransientStatuses = false;
    return new LocalDynamoDBRequestHandler(
        0, data.isEmpty(), data.map(Path::toString).orElse(null), shared, delayTransientStatuses);
  }

  private static void createFolder(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    } finally {
      handler.close();
    }
  }
}
