package wildrydes.local.packed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.SilentAws;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;

/** The jars that are deployed, run as Lambda runs them: AWS's own client has no other platform. */
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init") // Started before the first test.
class PackedFunctionsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<PackedFunction> STARTED = new ArrayList<>();
  private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

  /** Part of each poisonous body, and of no log line. */
  private static final String SECRET = "Sesame";

  @TempDir private static Path folder;

  private static Deployment deployment;
  private static PackedFunction requestApi;
  private static PackedFunction dispatcher;
  private static PackedFunction recorder;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start();
    requestApi = start("RequestApiFunction");
    dispatcher = start("DispatcherFunction");
    recorder = start("RecorderFunction");
    for (var function : STARTED) {
      assertThat(function.api().initialized()).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    STARTED.forEach(PackedFunction::close);
    deployment.close();
  }

  private static PackedFunction start(String logicalId) throws IOException {
    var function = deployment.start(logicalId, folder);
    STARTED.add(function);
    return function;
  }

  @AfterEach
  void nothingPrivateWasLoggedAndNothingElseWasSaid() throws IOException {
    for (var function : STARTED) {
      assertThat(Files.readString(function.stdout()))
          .doesNotContain("47.61", "122.28", "Latitude", "eyJraWQiOiJLTzRVMWZs", SECRET);
      assertThat(function.errors()).isEmpty();
      assertThat(function.process().isAlive()).isTrue();
    }
  }

  @Test
  void theClassicEventBecomesARideThatIsAssignedRecordedAndCounted() throws Exception {
    deployment.add("Rocinante", new Location(47.6184755835663, -122.28837066650185));
    double assignedBefore = deployment.sumOf("RidesAssigned");
    double etaBefore = deployment.sumOf("Eta");

    JsonNode accepted = requestApi.answerTo(Events.classic());

    assertThat(accepted.get("statusCode").intValue()).isEqualTo(202);
    JsonNode body = JSON.readTree(accepted.get("body").textValue());
    String id = body.get("RideId").textValue();
    assertThat(body.get("Rider").textValue()).isEqualTo("the_username");
    assertThat(accepted.at("/headers/Location").textValue()).isEqualTo("/ride/" + id);
    assertThat(statusOf(id)).isEqualTo("REQUESTED");
    Message request = deployment.take("RideRequestQueue", id);
    assertThat(Deployment.attribute(request, "RideId")).isEqualTo(id);

    assertThat(dispatch(request.body())).hasToString(NO_FAILURES);

    Message outcome = deployment.take("RideOutcomeQueue", id);
    assertThat(JSON.readTree(outcome.body()).get("Type").textValue()).isEqualTo("RideAssigned");

    assertThat(record(outcome.body())).hasToString(NO_FAILURES);

    assertThat(statusOf(id)).isEqualTo("ASSIGNED");
    assertThat(requireNonNull(deployment.ride(id).get("UnicornName")).s()).isEqualTo("Rocinante");
    assertThat(deployment.sumOf("RidesAssigned") - assignedBefore).isEqualTo(1);
    // 111 meters at 20 meters a second.
    assertThat(deployment.sumOf("Eta") - etaBefore).isEqualTo(6);
    JsonNode shown = requestApi.answerTo(Events.look(id));
    assertThat(JSON.readTree(shown.get("body").textValue()).at("/Unicorn/Name").textValue())
        .isEqualTo("Rocinante");
    for (var function : STARTED) {
      assertThat(function.log())
          .anySatisfy(line -> assertThat(line.path("correlation_id").textValue()).isEqualTo(id));
    }
  }

  @Test
  void aPoisonousRequestAmongGoodOnesGoesToTheDeadLettersAlone() throws Exception {
    var place = somewhere();
    deployment.add("Bucephalus", place);
    deployment.add("Shadowfax", place);
    String poison = Events.poison(SECRET);
    RideId first = Events.anyRide();
    RideId second = Events.anyRide();

    JsonNode answer = dispatch(Events.request(first, place), poison, Events.request(second, place));

    assertThat(answer).hasToString(NO_FAILURES);
    assertThat(outcomeOf(first)).isNotEqualTo(outcomeOf(second));
    Message dead = deployment.take("RideRequestDeadLetterQueue", poison);
    assertThat(Deployment.attribute(dead, "Reason")).isEqualTo("unreadable-message");
    assertThat(dispatcher.log())
        .anySatisfy(
            line -> {
              assertThat(line.get("level").textValue()).isEqualTo("ERROR");
              assertThat(line.get("detail").textValue()).isEqualTo("unknown Type");
            });
  }

  @Test
  void aRequestThatNobodyCanServeYetIsNamedInTheAnswer() throws Exception {
    var place = somewhere();
    deployment.add("Amalthea", place);
    RideId served = Events.anyRide();

    JsonNode answer =
        dispatch(
            Events.request(Events.anyRide(), new Location(-place.latitude(), 0)),
            Events.request(served, place));

    assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"0\"}]}");
    assertThat(outcomeOf(served)).isEqualTo("Amalthea");
  }

  @Test
  void aPoisonousOutcomeAmongGoodOnesGoesToTheDeadLettersAlone() throws Exception {
    String id = acceptedRide();
    String unassigned = Events.unassigned(new RideId(id));
    String poison = Events.poison(SECRET);
    double before = deployment.sumOf("RidesUnassigned");

    JsonNode answer = record(poison, unassigned, unassigned);

    assertThat(answer).hasToString(NO_FAILURES);
    assertThat(statusOf(id)).isEqualTo("UNASSIGNED");
    assertThat(deployment.sumOf("RidesUnassigned") - before).isEqualTo(1);
    Message dead = deployment.take("RideOutcomeDeadLetterQueue", poison);
    assertThat(Deployment.attribute(dead, "Reason")).isEqualTo("unreadable-message");
  }

  @Test
  void eachLogLineIsOneObjectThatNamesItsFunctionAndInvocation() throws Exception {
    String id = acceptedRide();
    dispatch(Events.poison(SECRET));
    record(Events.poison(SECRET));

    assertThat(requestApi.log())
        .anySatisfy(
            line -> {
              assertThat(line.get("message").textValue()).isEqualTo("Ride accepted");
              assertThat(line.path("correlation_id").textValue()).isEqualTo(id);
            });
    assertThatEachLineNames("RequestApi", requestApi);
    assertThatEachLineNames("Dispatcher", dispatcher);
    assertThatEachLineNames("Recorder", recorder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestApiFunction", "DispatcherFunction", "RecorderFunction"})
  void withoutItsEnvironmentAFunctionNamesAllThatIsMissing(String logicalId, @TempDir Path own)
      throws Exception {
    var declared = deployment.function(logicalId);
    List<String> expected =
        declared.environment().keySet().stream()
            // Powertools reads the one and does without; the other is read when all else is there.
            .filter(name -> !Set.of("POWERTOOLS_SERVICE_NAME", "REHEARSAL_SECONDS").contains(name))
            .toList();

    try (var function = PackedFunction.start(declared, deployment.whereAwsIs(), own)) {
      JsonNode error = JSON.readTree(function.api().initialized());

      assertThat(error.get("errorMessage").textValue())
          .contains(expected.stream().map(name -> name + " is missing").toList());
      assertThat(function.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(function.process().exitValue()).isNotZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestApiFunction", "DispatcherFunction", "RecorderFunction"})
  void whatIsRehearsedBeforeTheSnapshotIsNeitherLoggedNorDone(String logicalId, @TempDir Path own)
      throws Exception {
    var declared = deployment.function(logicalId);
    try (var aws = SilentAws.listen()) {
      Map<String, String> environment = new HashMap<>(declared.environment());
      environment.putAll(aws.environment());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      environment.put("REHEARSAL_SECONDS", "3");

      try (var function = PackedFunction.start(declared, environment, own)) {
        assertThat(function.api().initialized()).isEmpty();

        assertThat(function.log()).isEmpty();
        assertThat(function.errors()).isEmpty();
        assertThat(aws.calls()).isZero();
      }
    }
  }

  private static void assertThatEachLineNames(String service, PackedFunction function)
      throws IOException {
    assertThat(function.log())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("level").textValue()).isIn("INFO", "WARN", "ERROR");
              assertThat(line.path("message").textValue()).isNotBlank();
              assertThat(line.path("service").textValue()).isEqualTo(service);
              assertThat(line.path("function_request_id").textValue()).hasSize(36);
              assertThat(line.path("timestamp").textValue()).isNotBlank();
            });
  }

  private static JsonNode dispatch(String... bodies) throws Exception {
    return dispatcher.answerTo(Events.batch(deployment.arnOf("RideRequestQueue"), List.of(bodies)));
  }

  private static JsonNode record(String... bodies) throws Exception {
    return recorder.answerTo(Events.batch(deployment.arnOf("RideOutcomeQueue"), List.of(bodies)));
  }

  /** The unicorn of a ride, as its outcome has it. */
  private static String outcomeOf(RideId ride) throws IOException {
    Message outcome = deployment.take("RideOutcomeQueue", ride.value());
    return JSON.readTree(outcome.body()).at("/Unicorn/Name").textValue();
  }

  private static String statusOf(String id) {
    return requireNonNull(deployment.ride(id).get("Status")).s();
  }

  /** Requests a ride, as the classic event does, and takes its message away. */
  private static String acceptedRide() throws Exception {
    JsonNode accepted = requestApi.answerTo(Events.classic());
    String id = JSON.readTree(accepted.get("body").textValue()).get("RideId").textValue();
    deployment.take("RideRequestQueue", id);
    return id;
  }

  /** Where no other test is. */
  private static Location somewhere() {
    var random = new Random();
    return new Location(random.nextDouble(50, 60), random.nextDouble(-179, 179));
  }
}
