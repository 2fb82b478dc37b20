package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import wildrydes.emulators.Stack;
import wildrydes.local.City;
import wildrydes.local.LocalPipeline;
import wildrydes.local.SharedPipeline;

/** What pages read of the pipeline beside its public API. */
class FactsIT {

  private static final LocalPipeline PIPELINE = SharedPipeline.get();
  private static final Stack STACK = PIPELINE.stack();
  private static final String DEAD_LETTERS = "RideRequestDeadLetterQueue";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void thePipelineTellsItsNames() throws Exception {
    var response = get("pipeline");

    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode facts = json(response);
    assertThat(facts.get("stack").textValue()).isEqualTo("WildRydes");
    assertThat(facts.get("maxPickupMeters").intValue()).isEqualTo(10_000);
    assertThat(facts.get("rideSeconds").intValue()).isEqualTo(300);
    assertThat(facts.get("tables").get("UnicornsTable").textValue())
        .isEqualTo("WildRydes-Unicorns");
    assertThat(facts.get("queues").get(DEAD_LETTERS).textValue())
        .isEqualTo(STACK.queueUrl(DEAD_LETTERS));
    assertThat(facts.get("endpoints").get("cloudwatch").textValue())
        .isEqualTo(PIPELINE.endpoints().cloudwatch().toString());
  }

  @Test
  void everyUnicornIsTold() throws Exception {
    var city = City.somewhere(PIPELINE);
    String name = "Told-" + UUID.randomUUID();
    city.add(name, 0);

    JsonNode unicorn = waitFor(name);

    assertThat(unicorn.get("latitude").doubleValue()).isEqualTo(city.center().latitude());
    assertThat(unicorn.has("busyUntil")).isFalse();
  }

  @Test
  void countingMessagesDeliversNone() throws Exception {
    String body = "lost-" + UUID.randomUUID();
    STACK.sqs().sendMessage(s -> s.queueUrl(STACK.queueUrl(DEAD_LETTERS)).messageBody(body));

    JsonNode queues = json(get("queues")).get("queues");

    JsonNode counted =
        queues
            .valueStream()
            .filter(queue -> queue.get("logicalId").textValue().equals(DEAD_LETTERS))
            .findFirst()
            .orElseThrow();
    assertThat(counted.get("deadLettersOf").textValue()).isEqualTo("RideRequestQueue");
    assertThat(counted.get("name").textValue()).isEqualTo("WildRydes-RideRequests-DeadLetters");
    assertThat(deliveries(body)).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipeline", "unicorns", "queues"})
  void factsCanOnlyBeRead(String name) throws Exception {
    var request = HttpRequest.newBuilder(address(name)).POST(BodyPublishers.ofString("{}")).build();

    var response = client.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(json(response)).isEqualTo(json("{\"message\":\"This can only be read.\"}"));
  }

  @Test
  void anOutageIsAnErrorThatSaysSo() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    var facts =
        new JsonFacts(
            "The fleet",
            () -> {
              throw SdkClientException.create("nobody answers");
            });
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            facts.handle(exchange);
          }
        });
    server.start();
    try {
      var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

      var response = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(json(response))
          .isEqualTo(
              json("{\"message\":\"The fleet cannot be read at the moment: nobody answers\"}"));
    } finally {
      server.stop(0);
    }
  }

  /** What is told may be a moment old. */
  private JsonNode waitFor(String name) {
    return await()
        .until(
            () ->
                json(get("unicorns"))
                    .get("unicorns")
                    .valueStream()
                    .filter(unicorn -> unicorn.get("name").textValue().equals(name))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  /** Takes the message out of the dead letters. */
  private static String deliveries(String body) {
    String url = STACK.queueUrl(DEAD_LETTERS);
    Message message =
        Stream.generate(() -> receive(url))
            .takeWhile(some -> !some.isEmpty())
            .flatMap(List::stream)
            .filter(each -> each.body().equals(body))
            .findFirst()
            .orElseThrow();
    STACK.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
    return message
        .attributes()
        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "none");
  }

  private static List<Message> receive(String url) {
    return STACK
        .sqs()
        .receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private HttpResponse<String> get(String name) throws Exception {
    return client.send(HttpRequest.newBuilder(address(name)).build(), BodyHandlers.ofString());
  }

  private static URI address(String name) {
    return PIPELINE.endpoints().api().resolve("/_local/" + name);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return json(response.body());
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }
}
