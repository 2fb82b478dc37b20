package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Statement;
import wildrydes.local.access.Permission;
import wildrydes.local.access.PipelineAccess;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.Unicorn;

/**
 * Each function's role allows exactly what the function does: a few journeys that together make
 * every call there is, and then what was used is what is granted. Each action counts with its
 * resource and its condition. That nothing more is used than granted, every other test proves, too:
 * the call would fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastPrivilegeIT {

  @SuppressWarnings("NullAway.Init") // Started before all tests.
  private LocalPipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = LocalPipeline.start(LocalSettings.inMemory(StackSettings.repositoryTemplate()));
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void whatTheFunctionsUseIsWhatTheirRolesGrant() {
    aRideIsAssignedAndAskedForAgain();
    aRideWaitsForAUnicornAndGetsALateAssignment();
    aMessageThatNobodyCanReadIsPutAside("RideRequestQueue");
    aMessageThatNobodyCanReadIsPutAside("RideOutcomeQueue");

    Map<String, Set<String>> granted = new TreeMap<>();
    for (ServerlessFunction function : pipeline.stack().template().functions()) {
      granted.put(function.logicalId(), granted(function));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(used())
                    .as("used by the functions, and by Lambda for them; against what is granted")
                    .isEqualTo(granted));
  }

  private void aRideIsAssignedAndAskedForAgain() {
    City city = City.somewhere(pipeline);
    city.add("Near", 0.01);
    Rider alice = rider("alice");
    String body = Rider.body(city.center());

    String id = Rider.json(alice.post(body, "Idempotency-Key", "once")).get("RideId").textValue();
    alice.awaitStatus(id, "ASSIGNED");

    assertThat(alice.post(body, "Idempotency-Key", "once").body()).contains(id);
  }

  private void aRideWaitsForAUnicornAndGetsALateAssignment() {
    City city = City.somewhere(pipeline);
    String id = rider("bob").request(city.center());
    Instant past = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);

    send(
        "RideOutcomeQueue",
        new MessageCodec()
            .write(
                new RideAssigned(
                    new RideId(id),
                    "bob",
                    city.center(),
                    past,
                    new Unicorn("Somebody else's", "White", "Male"),
                    100,
                    5,
                    past,
                    past,
                    past.plusSeconds(1))));
  }

  private void aMessageThatNobodyCanReadIsPutAside(String queue) {
    send(queue, "no JSON");
  }

  private Map<String, Set<String>> used() {
    Map<String, Set<String>> used = new HashMap<>();
    for (ServerlessFunction function : pipeline.stack().template().functions()) {
      used.put(
          function.logicalId(),
          texts(
              Stream.concat(
                  pipeline.access().used(function.logicalId()).stream(), byLambda(function))));
    }
    return used;
  }

  /** What Lambda itself does under a function's role: it polls, logs and traces. */
  private static Stream<Permission> byLambda(ServerlessFunction function) {
    var polling =
        function.queueSources().stream()
            .flatMap(
                source ->
                    PipelineAccess.OF_LAMBDAS_POLLER.stream()
                        .map(action -> permission(action, source.queueArn())));
    var log = function.arn().replaceFirst(":lambda:", ":logs:").replaceFirst(":function:.*", "");
    var logging =
        Stream.of("logs:CreateLogStream", "logs:PutLogEvents")
            .map(
                action ->
                    permission(action, log + ":log-group:/aws/lambda/" + function.name() + ":*"));
    var tracing =
        Stream.of("xray:PutTraceSegments", "xray:PutTelemetryRecords")
            .map(action -> permission(action, "*"));
    return Stream.of(polling, logging, tracing).flatMap(permissions -> permissions);
  }

  private Set<String> granted(ServerlessFunction function) {
    Role role =
        pipeline.stack().template().roles().stream()
            .filter(each -> function.roleArn().filter(each.arn()::equals).isPresent())
            .findFirst()
            .orElseThrow();
    return texts(role.statements().stream().flatMap(LeastPrivilegeIT::permissions));
  }

  private static Stream<Permission> permissions(Statement statement) {
    assertThat(statement.allows()).isTrue();
    Map<String, String> context = new TreeMap<>();
    statement.stringEquals().forEach((key, values) -> context.put(key, String.join(",", values)));
    return statement.actions().stream()
        .flatMap(
            action ->
                statement.resources().stream()
                    .map(resource -> new Permission(action, resource, context)));
  }

  private static Permission permission(String action, String resource) {
    return new Permission(action, resource, Map.of());
  }

  private static Set<String> texts(Stream<Permission> permissions) {
    return permissions.map(Permission::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private Rider rider(String name) {
    return new Rider(pipeline.endpoints().api(), name);
  }

  private void send(String queue, String body) {
    var stack = pipeline.stack();
    stack.sqs().sendMessage(s -> s.queueUrl(stack.queueUrl(queue)).messageBody(body));
  }
}
