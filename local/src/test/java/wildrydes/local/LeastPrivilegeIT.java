package wildrydes.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
class LeastPrivilegeIT {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Started before each test.
  private LocalPipeline pipeline;

  @BeforeEach
  void start() throws IOException {
    // Only at the limit are a rider's open rides looked up.
    String limit = "MaxOpenRides:\n    Type: Number\n    Default: ";
    var template = ChangedTemplate.in(folder, Map.of(limit + "1000", limit + "1"));
    pipeline = LocalPipeline.start(LocalSettings.inMemory(template));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void whatTheFunctionsUseIsWhatTheirRolesGrant() {
    aRideIsAssignedAndAskedForAgain();
    aRideWaitsForAUnicornAndGetsALateAssignment();
    aMessageThatNobodyCanReadIsPutAside("RideRequestQueue");
    aMessageThatNobodyCanReadIsPutAside("RideOutcomeQueue");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(ofEach(f -> without(granted(f), used(f))))
                  .as("granted for nothing")
                  .isEmpty();
              assertThat(ofEach(f -> without(used(f), granted(f)))).as("not granted").isEmpty();
            });
    // Lets the functions end what they are at.
    pipeline.close();
    assertThat(ofEach(f -> pipeline.access().refused(f.logicalId()))).as("refused").isEmpty();
  }

  /** Those functions of which there is something to tell. */
  private Map<String, Set<Permission>> ofEach(
      Function<ServerlessFunction, Set<Permission>> permissions) {
    Map<String, Set<Permission>> all = new TreeMap<>();
    for (ServerlessFunction function : pipeline.stack().template().functions()) {
      Set<Permission> found = permissions.apply(function);
      if (!found.isEmpty()) {
        all.put(function.logicalId(), found);
      }
    }
    return all;
  }

  private static Set<Permission> without(Set<Permission> all, Set<Permission> others) {
    return all.stream().filter(permission -> !others.contains(permission)).collect(toSet());
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

  /** Of a rider who would have another one, too. */
  private void aRideWaitsForAUnicornAndGetsALateAssignment() {
    City city = City.somewhere(pipeline);
    String id = rider("bob").request(city.center());
    assertThat(rider("bob").post(Rider.body(city.center())).statusCode()).isEqualTo(429);
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

  private Set<Permission> used(ServerlessFunction function) {
    var byItself = pipeline.access().used(function.logicalId()).stream();
    return Stream.concat(byItself, byLambda(function)).collect(toSet());
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

  private Set<Permission> granted(ServerlessFunction function) {
    Role role =
        pipeline.stack().template().roles().stream()
            .filter(each -> function.roleArn().filter(each.arn()::equals).isPresent())
            .findFirst()
            .orElseThrow();
    return role.statements().stream().flatMap(LeastPrivilegeIT::permissions).collect(toSet());
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

  private Rider rider(String name) {
    return new Rider(pipeline.endpoints().api(), name);
  }

  private void send(String queue, String body) {
    var stack = pipeline.stack();
    stack.sqs().sendMessage(s -> s.queueUrl(stack.queueUrl(queue)).messageBody(body));
  }
}
