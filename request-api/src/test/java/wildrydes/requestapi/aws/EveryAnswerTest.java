package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.contract.KindOfAnswer;
import wildrydes.edge.Surroundings;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride.Status;

/** Every answer that the document promises of the function can be got, and no other was given. */
class EveryAnswerTest extends ApiTest {

  private static final List<Status> OUTCOMES =
      List.of(
          new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 600, 30),
          new Status.Unassigned(),
          new Status.Failed("retries exhausted"));

  @Test
  void everyAnswerOfTheDocumentIsGiven() {
    requestAndShow();
    refuse();
    requestTooMuch();
    askWithoutAws("POST", "/ride");
    askWithoutAws("GET", "/ride/" + RIDE);

    var promised =
        DocumentedExchange.CONTRACT.document().answers().stream()
            .filter(kind -> !kind.name().equals(KindOfAnswer.GATEWAY))
            .collect(Collectors.toSet());
    assertThat(answers).containsExactlyInAnyOrderElementsOf(promised);
  }

  private void requestAndShow() {
    for (Status outcome : OUTCOMES) {
      String key = outcome.getClass().getSimpleName();
      send(event -> header(event, "Idempotency-Key", key));
      decideAll(outcome);
      send(event -> header(event, "Idempotency-Key", key));
      time.in(Duration.ofSeconds(1), () -> decideAll(outcome));
      send(event -> header(event, "Prefer", "wait=5"));
      put(outcome);
      get("alice", RIDE.value());
    }
    put(new Status.Requested());
    get("alice", RIDE.value());
    get("bob", RIDE.value());
  }

  private void decideAll(Status outcome) {
    rides.all().forEach(ride -> rides.decide(ride.id(), outcome));
  }

  private void refuse() {
    post("{");
    post("{}");
    post(" ".repeat(BodyReader.MAX_BYTES + 1));
    postBase64("%");
    send(event -> header(event, "Content-Type", "text/plain"));
    send(event -> header(event, "Idempotency-Key", " "));
    send(event -> header(event, "Idempotency-Key", "k"));
    send(event -> header(event.withBody(pickup("1", "1")), "Idempotency-Key", "k"));
    send(event -> event.withRequestContext(null));
    send(event -> event.withRequestContext(null).withHttpMethod("GET").withPath("/ride/" + RIDE));
    send(event -> event.withHttpMethod("DELETE"));
  }

  private void requestTooMuch() {
    for (int i = 0; i <= MAX_OPEN_RIDES; i++) {
      send(event -> claims(event, Map.of("username", "carol")));
    }
  }

  /** The function as it is composed on Lambda, but nothing answers it. */
  private void askWithoutAws(String method, String path) {
    var around =
        new Surroundings(
            silent(DynamoDbClient.class),
            silent(SqsClient.class),
            time,
            time::pause,
            new Random(1),
            ForkJoinPool.commonPool());
    var handler =
        new RequestApi(
            Map.of(
                "RIDES_TABLE", "Rides",
                "RIDE_REQUEST_QUEUE_URL", "https://sqs/requests",
                "RIDE_RETENTION_DAYS", "30",
                "OVERDUE_MINUTES", "30",
                "DEFAULT_WAIT_SECONDS", "0",
                "MAX_OPEN_RIDES", "5"),
            around);
    var event =
        claims(new APIGatewayProxyRequestEvent(), Map.of("username", "alice"))
            .withHttpMethod(method)
            .withPath(path)
            .withHeaders(Map.of("Content-Type", "application/json"))
            .withBody(SEATTLE);
    event.getRequestContext().setRequestId("request-1");
    answers.add(DocumentedExchange.check(event, handler.handleRequest(event, context())));
  }

  private static Context context() {
    return Context.class.cast(
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> method.getReturnType() == int.class ? 25_000 : null));
  }

  private static <C> C silent(Class<C> client) {
    return client.cast(
        Proxy.newProxyInstance(
            client.getClassLoader(),
            new Class<?>[] {client},
            (_, method, _) -> {
              throw SdkClientException.create(method.getName() + " is not answered");
            }));
  }
}
