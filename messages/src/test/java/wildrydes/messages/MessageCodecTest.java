package wildrydes.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;

class MessageCodecTest {

  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final Instant REQUESTED = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant DISPATCHED = Instant.parse("2026-01-02T03:04:05.999Z");
  private static final Instant DECIDED = Instant.parse("2026-01-02T03:04:06Z");

  private static final RideRequested REQUEST =
      new RideRequested(
          RIDE, "the_username", new Location(47.6174755835663, -122.28837066650185), REQUESTED);

  private final MessageCodec codec = new MessageCodec();

  static Stream<RideMessage> everyKindOfMessage() {
    return Stream.of(
        REQUEST,
        new RideAssigned(
            RIDE,
            REQUEST.rider(),
            REQUEST.pickupLocation(),
            REQUESTED,
            new Unicorn("Shadowfax", "White", "Male"),
            1234.5,
            62,
            DISPATCHED,
            DECIDED,
            Instant.parse("2026-01-02T03:10:08Z")),
        new RideUnassigned(RIDE, DISPATCHED, DECIDED),
        new RideFailed(RIDE, "retries exhausted", DISPATCHED, DECIDED));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfMessage")
  void aMessageIsWrittenAsApproved(RideMessage message) throws IOException {
    assertThat(codec.write(message)).isEqualTo(approved(message));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfMessage")
  void anApprovedMessageIsStillRead(RideMessage message) throws Exception {
    assertThat(read(approved(message), message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RideAssigned", "RideUnassigned", "RideFailed"})
  void anOutcomeOfBeforeItHadATimeOfDispatchIsStillRead(String type) throws Exception {
    RideOutcome outcome = codec.readOutcome(approved(type + ".v1"));

    assertThat(outcome.dispatchTime()).isEqualTo(DECIDED);
    assertThat(outcome.decisionTime()).isEqualTo(DECIDED);
  }

  @ParameterizedTest
  @MethodSource("everyKindOfMessage")
  void aFieldOfALaterReleaseIsIgnored(RideMessage message) throws Exception {
    String later =
        approved(message).replace("\"Version\":1,", "\"Version\":1,\"Mood\":{\"A\":[1]},");

    assertThat(read(later, message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"RideRequested\"",
        "{",
        "{} {}",
        "{}",
        "{\"Type\":\"RideRequested\"}",
        "{\"Type\":\"RideRequested\",\"Type\":\"RideRequested\",\"Version\":1}",
        "{\"Type\":7,\"Version\":1}",
        "{\"Type\":\"RideRequested\",\"Version\":1}",
      })
  void aBodyThatIsNoMessageIsUnreadable(String body) {
    assertThatExceptionOfType(UnreadableMessage.class)
        .isThrownBy(() -> codec.readRequest(body))
        .satisfies(e -> assertThat(e.rideId()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Version\":1->\"Version\":2",
        "\"Version\":1->\"Version\":\"1\"",
        "\"Version\":1->\"Version\":1.5",
        "RideRequested->RideDreamt",
        "RideRequested->RideUnassigned",
        "\"Latitude\":47.6174755835663->\"Latitude\":\"47.6\"",
        "\"Latitude\":47.6174755835663->\"Latitude\":90.1",
        "\"Latitude\":47.6174755835663->\"Latitude\":null",
        "\"Rider\":\"the_username\"->\"Rider\":null",
        "2026-01-02T03:04:05.678Z->yesterday",
        "2026-01-02T03:04:05.678Z->2026-01-02T03:04:05.678",
        "2026-01-02T03:04:05.678Z->2026-01-02T24:00:00.001Z",
        "2026-01-02T03:04:05.678Z->+1000000000-12-31T23:59:59.999999999Z",
        "2026-01-02T03:04:05.678Z->-1000000000-01-01T00:00:00Z",
        "2026-01-02T03:04:05.678Z->+10000-01-01T00:00:00Z",
        "2026-01-02T03:04:05.678Z->",
        "\"2026-01-02T03:04:05.678Z\"->0",
        "\"2026-01-02T03:04:05.678Z\"->1767323045.678",
        "\"2026-01-02T03:04:05.678Z\"->1e400",
        "\"2026-01-02T03:04:05.678Z\"->-1e400",
        "\"2026-01-02T03:04:05.678Z\"->1e30",
        "\"2026-01-02T03:04:05.678Z\"->9223372036854775808",
        "\"2026-01-02T03:04:05.678Z\"->[2026,1,2]",
        "\"2026-01-02T03:04:05.678Z\"->{}",
        "\"2026-01-02T03:04:05.678Z\"->true",
        "\"Latitude\":47.6174755835663->\"Latitude\":\"NaN\"",
        "\"Latitude\":47.6174755835663->\"Latitude\":1e400",
        "\"Latitude\":47.6174755835663->\"Latitude\":true",
        "\"Latitude\":47.6174755835663->\"Latitude\":[47.6]",
        "\"Rider\":\"the_username\"->\"Rider\":7",
        "\"Rider\":\"the_username\"->\"Rider\":[\"a\"]",
        "\"Rider\":\"the_username\"->\"Rider\":{}",
        "\"Rider\":\"the_username\"->\"Rider\":\"\\ud800\"",
        "\"Version\":1->\"Version\":1e400",
        "\"Version\":1->\"Version\":[1]",
        "\"Version\":1->\"Version\":null",
      })
  void anUnreadableMessageStillNamesItsRide(String change) throws IOException {
    String[] fromTo = change.split("->", -1);
    String body = approved(REQUEST).replace(fromTo[0], fromTo[1]);

    var unreadable = assertThrows(UnreadableMessage.class, () -> codec.readRequest(body));

    assertThat(unreadable.rideId()).isEqualTo(Optional.of(RIDE));
    assertThat(unreadable.getMessage()).isNotBlank().doesNotContain("47.6", "the_username");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"PickupMeters\":1234.5->\"PickupMeters\":\"NaN\"",
        "\"PickupMeters\":1234.5->\"PickupMeters\":\"1234.5\"",
        "\"PickupMeters\":1234.5->\"PickupMeters\":1e400",
        "\"PickupMeters\":1234.5->\"PickupMeters\":1e126",
        "\"PickupMeters\":1234.5->\"PickupMeters\":-1",
        "\"PickupMeters\":1234.5->\"PickupMeters\":null",
        "\"EtaSeconds\":62->\"EtaSeconds\":62.5",
        "\"EtaSeconds\":62->\"EtaSeconds\":-1",
        "\"EtaSeconds\":62->\"EtaSeconds\":9223372036854775808",
        "\"EtaSeconds\":62->\"EtaSeconds\":1e400",
        "\"EtaSeconds\":62->\"EtaSeconds\":\"62\"",
        "\"Name\":\"Shadowfax\"->\"Name\":7",
        "\"Name\":\"Shadowfax\"->\"Name\":null",
        "\"Name\":\"Shadowfax\"->\"Name\":\"\\udc00\"",
        "\"Unicorn\":{->\"Unicorn\":[],\"x\":{",
        "2026-01-02T03:10:08Z->+1000000000-12-31T23:59:59Z",
      })
  void anAssignmentThatCouldNotBeRecordedIsUnreadable(String change) throws IOException {
    String[] fromTo = change.split("->", -1);
    String body = approved("RideAssigned.v1.dispatched");
    String changed = body.replace(fromTo[0], fromTo[1]);

    var unreadable = assertThrows(UnreadableMessage.class, () -> codec.readOutcome(changed));

    assertThat(changed).isNotEqualTo(body);
    assertThat(unreadable.rideId()).isEqualTo(Optional.of(RIDE));
  }

  /** SQS takes no others (Amazon SQS API Reference, SendMessage). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFFFE",
        "\uFFFF",
        "\u0000",
        "\u001F",
        "\u007F",
        "\u2028",
        "\uFEFF",
        "\uD83E\uDD84"
      })
  void everyTextIsWrittenInCharactersThatSqsTakes(String rider) throws Exception {
    var request = new RideRequested(RIDE, rider + "x" + rider, REQUEST.pickupLocation(), REQUESTED);

    String body = codec.write(request);

    assertThat(body).matches("[\t\n\r\\x20-\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}]+");
    assertThat(codec.readRequest(body)).isEqualTo(request);
  }

  @Test
  void aRequestDoesNotBelongIntoTheOutcomeQueue() {
    var unreadable =
        assertThrows(UnreadableMessage.class, () -> codec.readOutcome(codec.write(REQUEST)));

    assertThat(unreadable).hasMessage("RideRequested does not belong into this queue");
  }

  private RideMessage read(String body, RideMessage like) throws UnreadableMessage {
    return switch (like) {
      case RideRequested _ -> codec.readRequest(body);
      case RideOutcome _ -> codec.readOutcome(body);
    };
  }

  private static String approved(RideMessage message) throws IOException {
    String version = message instanceof RideOutcome ? ".v1.dispatched" : ".v1";
    return approved(message.getClass().getSimpleName() + version);
  }

  private static String approved(String name) throws IOException {
    String file = "/approved/" + name + ".json";
    try (InputStream in = MessageCodecTest.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }
}
