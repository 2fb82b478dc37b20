package wildrydes.benchmarks.accepting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import wildrydes.emulators.Aws;
import wildrydes.emulators.LoopbackServer;

/** Where a function under SnapStart gets its credentials. */
final class CredentialsAddress implements AutoCloseable {

  private final HttpServer server;

  private CredentialsAddress(HttpServer server) {
    this.server = server;
  }

  static CredentialsAddress start() throws IOException {
    var address = new CredentialsAddress(LoopbackServer.bind(0));
    byte[] credentials =
        """
        {"AccessKeyId":"%s","SecretAccessKey":"%s","Token":"local","Expiration":"%s"}"""
            .formatted(Aws.ACCESS_KEY, Aws.SECRET_KEY, Instant.now().plus(Duration.ofHours(12)))
            .getBytes(UTF_8);
    address.server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, credentials.length);
            exchange.getResponseBody().write(credentials);
          }
        });
    address.server.start();
    return address;
  }

  /** What a function needs to find it. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "local");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
