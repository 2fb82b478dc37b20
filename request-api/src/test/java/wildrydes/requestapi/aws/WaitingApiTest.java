package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.messages.Stage.Name.ASSIGNED;
import static wildrydes.messages.Stage.Name.DISPATCHED;
import static wildrydes.messages.Stage.Name.RECORDED;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.messages.RideId;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride.Status;

/** Clients that would rather wait for the outcome than ask again, and clients that ask too much. */
class WaitingApiTest extends ApiTest {

  private static final Status SHADOWFAX =
      new Status.Assigned(new Unicorn("Shadowfax", "White", "Male"), 1234.5, 30);

  @Test
  void aPostThatWaitedIsAnsweredAsTheClassicSampleDid() throws Exception {
    afterPosting(Duration.ofMillis(400), SHADOWFAX);

    var response = postPreferring("wait=10");

    JsonNode body = json.readTree(response.getBody());
    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders())
        .containsEntry("Preference-Applied", "wait=10")
        .containsEntry("Location", "/ride/" + body.get("RideId").textValue())
        .doesNotContainKey("Retry-After");
    assertThat(body.get("Unicorn").toString())
        .isEqualTo("{\"Name\":\"Shadowfax\",\"Color\":\"White\",\"Gender\":\"Male\"}");
    assertThat(body.get("UnicornName").textValue()).isEqualTo("Shadowfax");
    assertThat(body.get("Eta").textValue()).isEqualTo("30 seconds");
    assertThat(body.get("Rider").textValue()).isEqualTo("alice");
    assertThat(time.instant()).isBefore(NOW.plusSeconds(1));
  }

  @Test
  void aPostThatWaitedForNothingSaysWhatBecameOfTheRide() throws Exception {
    afterPosting(Duration.ofSeconds(2), new Status.Unassigned());

    var response = postPreferring("wait=10");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(json.readTree(response.getBody()).get("Status").textValue()).isEqualTo("UNASSIGNED");
    assertThat(response.getHeaders()).containsKey("Location");
  }

  @Test
  void aPostWhoseWaitEndsFirstIsAccepted() {
    var response = postPreferring("wait=5");

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getHeaders())
        .containsEntry("Preference-Applied", "wait=5")
        // Half of the five seconds that have passed.
        .containsEntry("Retry-After", "3");
    assertThat(time.instant()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aLookAtARideWaitsForItsOutcome() throws Exception {
    put(new Status.Requested());
    time.in(Duration.ofSeconds(3), () -> rides.decide(RIDE, SHADOWFAX));

    var response = getPreferring("wait=20");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders())
        .containsEntry("Preference-Applied", "wait=20")
        .doesNotContainKey("Retry-After");
    assertThat(json.readTree(response.getBody()).get("Status").textValue()).isEqualTo("ASSIGNED");
    assertThat(time.instant()).isBefore(NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=7                     |  7",
        "WAIT=7                     |  7",
        "' wait = 7 '               |  7",
        "wait=\"7\"                 |  7",
        "wait=007                   |  7",
        "respond-async, wait=7      |  7",
        "wait=7, respond-async      |  7",
        "wait=7; x=y, handling=lax  |  7",
        "foo, wait=7, wait=9        |  7",
        "wait=20                    | 20",
        "wait=21                    | 20",
        "wait=99999999999999999999  | 20",
      })
  void whatAClientPrefersIsApplied(String preference, String seconds) {
    put(new Status.Requested());

    var response = getPreferring(preference);

    assertThat(response.getHeaders()).containsEntry("Preference-Applied", "wait=" + seconds);
    assertThat(time.instant()).isEqualTo(NOW.plusSeconds(Long.parseLong(seconds)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=0",
        "wait=-1",
        "wait=1.5",
        "wait=soon",
        "wait=٧",
        "wait=\"7",
        "await=7",
        "wait =",
        "respond-async",
        "return=minimal",
        ",,,;;;=",
      })
  void aPreferenceThatSaysNothingOfWaitingIsIgnored(String preference) {
    put(new Status.Requested());

    var response = getPreferring(preference);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders()).doesNotContainKey("Preference-Applied");
    assertThat(time.instant()).isEqualTo(NOW);
  }

  @Test
  void aClientThatSaysNothingWaitsByDefaultIfToldSo() {
    afterPosting(Duration.ofMillis(400), SHADOWFAX);
    var waiting = routes(Duration.ofSeconds(8));

    var response = respond(waiting, event -> event);

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders()).containsEntry("Preference-Applied", "wait=8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"respond-async", "Respond-Async;x", "wait=0", "a, respond-async"})
  void aClientMayDeclineTheDefault(String preference) {
    var waiting = routes(Duration.ofSeconds(8));

    var response = respond(waiting, event -> header(event, "Prefer", preference));

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(time.instant()).isEqualTo(NOW);
  }

  @Test
  void nobodyWaitsByDefaultForARideThatTheyOnlyLookAt() {
    put(new Status.Requested());
    var waiting = routes(Duration.ofSeconds(8));

    respond(waiting, event -> event.withHttpMethod("GET").withPath("/ride/" + RIDE).withBody(null));

    assertThat(time.instant()).isEqualTo(NOW);
  }

  @Test
  void aWaitNeverOutlastsTheFunctionsTime() {
    put(new Status.Requested());
    time.pause(Duration.ofSeconds(1));

    var response =
        respond(
            routes,
            Duration.ofMillis(3_900),
            event ->
                header(event, "Prefer", "wait=20")
                    .withHttpMethod("GET")
                    .withPath("/ride/" + RIDE)
                    .withBody(null));

    assertThat(response.getHeaders()).containsEntry("Preference-Applied", "wait=3");
    assertThat(time.instant()).isEqualTo(NOW.plusSeconds(4));
  }

  @Test
  void othersRidesAreNotWaitedFor() {
    put(new Status.Requested());

    var response =
        send(
            event ->
                header(claims(event, Map.of("username", "bob")), "Prefer", "wait=20")
                    .withHttpMethod("GET")
                    .withPath("/ride/" + RIDE));

    assertProblem(response, 404, "ride-not-found");
    assertThat(time.instant()).isEqualTo(NOW);
  }

  @Test
  void newRidesAreAskedForAgainAfterAsLongAsTheLatestTook() {
    put(
        SHADOWFAX,
        new Stage(DISPATCHED, NOW.plusSeconds(6)),
        new Stage(ASSIGNED, NOW.plusSeconds(6)),
        new Stage(RECORDED, NOW.plusMillis(6_500)));
    time.pause(Duration.ofSeconds(7));

    get("alice", RIDE.value());

    assertThat(post(SEATTLE).getHeaders()).containsEntry("Retry-After", "7");
  }

  @Test
  void aRiderMayNotHaveTooManyOpenRides() throws Exception {
    var first = post(SEATTLE);
    for (int i = 1; i < MAX_OPEN_RIDES; i++) {
      assertThat(post(SEATTLE).getStatusCode()).isEqualTo(202);
    }
    time.pause(Duration.ofSeconds(8));

    var refused = post(SEATTLE);

    assertProblem(refused, 429, "too-many-open-rides");
    assertThat(refused.getHeaders()).containsEntry("Retry-After", "4");
    var id = new RideId(json.readTree(first.getBody()).get("RideId").textValue());
    rides.decide(id, new Status.Unassigned());
    time.pause(Duration.ofSeconds(1));
    assertThat(post(SEATTLE).getStatusCode()).isEqualTo(202);
  }

  /** Gives the ride that is about to be requested an outcome after a while. */
  private void afterPosting(Duration delay, Status status) {
    time.in(delay, () -> rides.all().forEach(ride -> rides.decide(ride.id(), status)));
  }

  private APIGatewayProxyResponseEvent postPreferring(String preference) {
    return send(event -> header(event, "Prefer", preference));
  }

  private APIGatewayProxyResponseEvent getPreferring(String preference) {
    return send(
        event ->
            header(event, "Prefer", preference)
                .withHttpMethod("GET")
                .withPath("/ride/" + RIDE)
                .withBody(null));
  }
}
