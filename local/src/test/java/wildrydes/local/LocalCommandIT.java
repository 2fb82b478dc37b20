package wildrydes.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.emulators.Clients;
import wildrydes.emulators.StackSettings;
import wildrydes.messages.Location;
import wildrydes.ops.fleet.FleetFile;
import wildrydes.ops.fleet.PlacedUnicorn;

/** {@code ./rides local} as a developer or a script has it: a process with options and signals. */
class LocalCommandIT {

  private static final Location PICKUP = new Location(47.6174755835663, -122.28837066650185);

  private final List<LocalProgram> started = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void endAll() {
    started.forEach(LocalProgram::close);
  }

  @Test
  void itServesThePrintedExampleThenStopsCleanly() throws Exception {
    LocalProgram program = start();
    Endpoints endpoints = program.awaitReady();

    MatchResult example =
        Pattern.compile(
                "curl -i (\\S+) -H '([^:]+): ([^']+)' -H '([^:]+): ([^']+)' \\\\\\s+-d '(.+)'")
            .matcher(program.output())
            .results()
            .findFirst()
            .orElseThrow();
    var response =
        Rider.send(
            HttpRequest.newBuilder(URI.create(example.group(1)))
                .headers(example.group(2), example.group(3), example.group(4), example.group(5))
                .POST(HttpRequest.BodyPublishers.ofString(example.group(6))));
    assertThat(response.statusCode()).isEqualTo(202);
    String id = Rider.json(response).get("RideId").textValue();
    JsonNode ride = new Rider(endpoints.api(), "alice").awaitStatus(id, "ASSIGNED");
    assertThat(example.group(6)).isEqualTo(Rider.body(PICKUP));
    assertThat(ride.get("UnicornName").textValue()).isEqualTo(nearest(fleet()).name());
    assertListensOnLoopbackOnly(endpoints);

    program.process().destroy();

    assertThat(program.exitCode()).isEqualTo(128 + 15);
    assertThat(program.output()).endsWith("Stopped.%n".formatted());
    assertThat(program.errors()).isEmpty();
    assertThat(program.readyFile()).doesNotExist();
    for (URI endpoint : all(endpoints)) {
      assertThatCode(() -> bind(endpoint.getPort()).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void whatWasAcceptedBeforeAKillReachesItsOutcomeAfterIt() throws Exception {
    // A delivery that the kill interrupts comes again after seconds instead of minutes.
    Path template =
        ChangedTemplate.in(folder, Map.of("VisibilityTimeout: 180", "VisibilityTimeout: 2"));
    String[] options = {
      "--template", template.toString(), "--data", folder.resolve("data").toString()
    };
    LocalProgram first = start(options);
    Rider alice = new Rider(first.awaitReady().api(), "alice");
    List<String> rides = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rides.add(alice.request(PICKUP));
    }
    first.kill();

    LocalProgram second = start(options);
    Endpoints endpoints = second.awaitReady();

    Rider again = new Rider(endpoints.api(), "alice");
    assertThat(
            rides.stream()
                .map(id -> again.awaitStatus(id, "ASSIGNED").get("UnicornName").textValue()))
        .doesNotHaveDuplicates();
    assertThat(first.output()).contains("Loaded " + fleet().size() + " unicorns");
    assertThat(second.output()).doesNotContain("Loaded");
    assertThat(second.errors()).isEmpty();
    try (var dynamoDb = Clients.dynamoDb(endpoints.dynamodb())) {
      assertThat(dynamoDb.scanPaginator(s -> s.tableName("WildRydes-Unicorns")).items())
          .extracting(item -> requireNonNull(item.get("Name")).s())
          .containsExactlyInAnyOrderElementsOf(fleet().stream().map(PlacedUnicorn::name).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--sqs-port", "--dynamodb-port", "--cloudwatch-port"})
  void aTakenPortIsSaidInOneLine(String option) throws Exception {
    try (ServerSocket taken = bind(0)) {
      int port = taken.getLocalPort();

      LocalProgram program = start(option, Integer.toString(port));

      assertThat(program.exitCode()).isEqualTo(4);
      assertThat(program.errors().lines())
          .singleElement()
          .asString()
          .startsWith("Port " + port + " of 127.0.0.1 is taken.");
      assertThat(program.readyFile()).doesNotExist();
    }
  }

  @Test
  void whatTheTemplateSaysAndThisDoesNotUnderstandIsRefusedByName() throws Exception {
    Path template =
        ChangedTemplate.in(
            folder, Map.of("BatchSize: 10", "BatchSize: 10\n            Mood: calm"));

    LocalProgram program = start("--template", template.toString());

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.errors()).contains("Mood", "DispatcherFunction").doesNotContain("\tat ");
  }

  @Test
  void aParameterOutOfItsBoundsIsRefusedByName() throws Exception {
    LocalProgram program = start("--parameter", "MaxReceiveCount=1");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.errors()).contains("MaxReceiveCount").doesNotContain("\tat ");
  }

  @Test
  void aParameterThatTheTemplateDoesNotHaveIsRefusedByName() throws Exception {
    LocalProgram program = start("--parameter", "Mood=calm");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.errors()).contains("Mood").doesNotContain("\tat ");
  }

  private LocalProgram start(String... arguments) throws IOException {
    LocalProgram program = LocalProgram.start(folder, arguments);
    started.add(program);
    return program;
  }

  private static List<PlacedUnicorn> fleet() throws Exception {
    return FleetFile.read(StackSettings.repositoryTemplate().resolveSibling("fleet.json"));
  }

  private static PlacedUnicorn nearest(List<PlacedUnicorn> fleet) {
    return fleet.stream()
        .min(Comparator.comparingDouble(unicorn -> chord(unicorn.location())))
        .orElseThrow();
  }

  /** The straight line through the Earth to the pickup, in its radii: it orders as the arc does. */
  private static double chord(Location place) {
    double[] from = onTheUnitSphere(place);
    double[] to = onTheUnitSphere(PICKUP);
    return Math.hypot(Math.hypot(from[0] - to[0], from[1] - to[1]), from[2] - to[2]);
  }

  private static double[] onTheUnitSphere(Location place) {
    double latitude = Math.toRadians(place.latitude());
    double longitude = Math.toRadians(place.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  private static void assertListensOnLoopbackOnly(Endpoints endpoints) throws IOException {
    List<InetAddress> others = new ArrayList<>();
    others.add(InetAddress.ofLiteral("::1"));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .forEach(others::add);
    for (URI endpoint : all(endpoints)) {
      assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
      for (InetAddress other : others) {
        assertThatThrownBy(() -> connect(other, endpoint.getPort()))
            .as("%s at %s", endpoint, other)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static List<URI> all(Endpoints endpoints) {
    return List.of(endpoints.api(), endpoints.sqs(), endpoints.dynamodb(), endpoints.cloudwatch());
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    var socket = new ServerSocket();
    // Connections that are still closing do not count.
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    return socket;
  }
}
