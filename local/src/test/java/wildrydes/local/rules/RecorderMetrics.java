package wildrydes.local.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.Unicorn;
import wildrydes.recorder.aws.RecorderHandler;

/** Lets the recorder record one outcome of each kind, and sees which metrics it publishes. */
final class RecorderMetrics {

  private RecorderMetrics() {}

  /**
   * Each as {@code namespace/name}.
   *
   * @param environment as the template sets it
   */
  static Set<String> published(Map<String, String> environment) throws IOException {
    HttpServer dynamoDb = thatAgreesToEverything();
    try (var cloudWatch = CloudWatchEmulator.start(0, InstantSource.system())) {
      Map<String, String> variables = new HashMap<>(environment);
      variables.put("AWS_REGION", "eu-north-1");
      variables.put("AWS_ACCESS_KEY_ID", "none");
      variables.put("AWS_SECRET_ACCESS_KEY", "none");
      variables.put("AWS_ENDPOINT_URL_CLOUDWATCH", cloudWatch.endpoint().toString());
      variables.put(
          "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + dynamoDb.getAddress().getPort());

      new RecorderHandler(variables)
          .handleRequest(
              oneOutcomeOfEachKind(),
              OutputStream.nullOutputStream(),
              InvocationContext.of("rules"));

      return cloudWatch.metrics().newest().keySet().stream()
          .map(metric -> metric.namespace() + "/" + metric.name())
          .collect(toSet());
    } finally {
      dynamoDb.stop(0);
    }
  }

  /** Every update succeeds. */
  private static HttpServer thatAgreesToEverything() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    return server;
  }

  private static InputStream oneOutcomeOfEachKind() {
    Instant now = InstantSource.system().instant();
    var assigned =
        new RideAssigned(
            rideId(1),
            "alice",
            new Location(47.6, -122.3),
            now.minusSeconds(1),
            new Unicorn("Shadowfax", "White", "Male"),
            100,
            5,
            now,
            now,
            now.plus(Duration.ofMinutes(5)));
    var event = new JsonMapper().createObjectNode();
    event
        .putArray("Records")
        .add(delivery(assigned))
        .add(delivery(new RideUnassigned(rideId(2), now, now)))
        .add(delivery(new RideFailed(rideId(3), "retries exhausted", now, now)));
    return new ByteArrayInputStream(event.toString().getBytes(UTF_8));
  }

  private static RideId rideId(int number) {
    byte[] bytes = new byte[16];
    bytes[0] = (byte) number;
    return RideId.of(bytes);
  }

  private static ObjectNode delivery(RideMessage message) {
    var delivery = new JsonMapper().createObjectNode();
    delivery.put("messageId", message.rideId().value());
    delivery.put("receiptHandle", message.rideId().value());
    delivery.put("body", new MessageCodec().write(message));
    delivery.putObject("attributes").put("ApproximateReceiveCount", "1");
    return delivery;
  }
}
