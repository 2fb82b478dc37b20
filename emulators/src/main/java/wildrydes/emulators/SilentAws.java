package wildrydes.emulators;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An AWS that answers nothing and counts who tries: for what must work without. */
public final class SilentAws implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();

  private SilentAws(HttpServer server) {
    this.server = server;
  }

  /** Listens on any free port. */
  public static SilentAws listen() throws IOException {
    var aws = new SilentAws(LoopbackServer.bind(0));
    aws.server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            aws.calls.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
          }
        });
    aws.server.start();
    return aws;
  }

  /** Where a function finds it, and with which credentials. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_REGION",
        Aws.REGION,
        "AWS_ACCESS_KEY_ID",
        Aws.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        Aws.SECRET_KEY,
        "AWS_ENDPOINT_URL_DYNAMODB",
        endpoint(),
        "AWS_ENDPOINT_URL_SQS",
        endpoint(),
        "AWS_ENDPOINT_URL_CLOUDWATCH",
        endpoint());
  }

  public String queueUrl(String queue) {
    return endpoint() + "/" + Aws.ACCOUNT_ID + "/" + queue;
  }

  /** How often it was called. */
  public int calls() {
    return calls.get();
  }

  private String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
