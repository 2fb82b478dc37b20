package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.requestapi.Ride.Status;

/** Rows 27 to 30 of the table of bad inputs: what is no route, and ids that name no ride. */
class RoutesAndIdsTest extends UnlimitedApiTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /ride",
    "PUT, /ride",
    "PATCH, /ride",
    "DELETE, /ride",
    "HEAD, /ride",
    "OPTIONS, /ride",
    "TRACE, /ride",
    "CONNECT, /ride",
    "post, /ride",
    "Post, /ride",
    "POST , /ride/",
    "' POST', /ride",
    "'', /ride",
    "'POST\u0000', /ride",
    "ＰＯＳＴ, /ride",
    "BREW, /ride",
    "POST, /ride/",
    "POST, //ride",
    "POST, /ride//",
    "POST, /Ride",
    "POST, /RIDE",
    "POST, /rides",
    "POST, ride",
    "POST, /ride?x=1",
    "POST, /ride#x",
    "POST, /ride;x=1",
    "POST, /%72ide",
    "POST, /ride%2F",
    "POST, /ride%00",
    "POST, '/ride '",
    "POST, ' /ride'",
    "POST, /./ride",
    "POST, /x/../ride",
    "POST, \\ride",
    "POST, /prod/ride",
    "POST, /$default/ride",
    "POST, http://127.0.0.1/ride",
    "POST, *",
    "POST, /ride/AAAAAAAAAAAAAAAAAAAAAA",
    "get, /ride/AAAAAAAAAAAAAAAAAAAAAA",
    "HEAD, /ride/AAAAAAAAAAAAAAAAAAAAAA",
    "PUT, /ride/AAAAAAAAAAAAAAAAAAAAAA",
    "DELETE, /ride/AAAAAAAAAAAAAAAAAAAAAA",
    "GET, //ride/AAAAAAAAAAAAAAAAAAAAAA",
    "GET, /Ride/AAAAAAAAAAAAAAAAAAAAAA",
    "GET, /rideAAAAAAAAAAAAAAAAAAAAAA",
    "GET, /ride%2FAAAAAAAAAAAAAAAAAAAAAA",
    "GET, /prod/ride/AAAAAAAAAAAAAAAAAAAAAA",
    "GET, /",
    "GET, ''",
    "GET, ' '",
  })
  void whatIsNoRouteIsRefused(String method, String path) {
    put(new Status.Requested());

    assertProblem(send(event -> event.withHttpMethod(method).withPath(path)), 404, "not-found");
  }

  @Test
  void anEventOfNothingIsRefused() {
    assertProblem(respond(new APIGatewayProxyRequestEvent()), 404, "not-found");
    assertProblem(send(event -> event.withHttpMethod(null)), 404, "not-found");
    assertProblem(send(event -> event.withPath(null)), 404, "not-found");
    assertProblem(
        send(
            event ->
                event
                    .withHttpMethod("GET")
                    .withPath(null)
                    .withPathParameters(Map.of("rideId", RIDE.value()))),
        404,
        "not-found");
  }

  @Test
  void whateverElseIsMissingOrNullIsNoException() {
    assertProblem(send(event -> event.withHeaders(null)), 415, "unsupported-media-type");
    assertProblem(
        send(event -> event.withHeaders(Collections.singletonMap(null, null))),
        415,
        "unsupported-media-type");
    assertProblem(
        send(event -> event.withHeaders(Collections.singletonMap("Content-Type", null))),
        415,
        "unsupported-media-type");
    assertAccepted(
        send(event -> event.withMultiValueHeaders(Collections.singletonMap("content-type", null))));
    assertAccepted(send(event -> event.withMultiValueHeaders(Map.of("content-type", List.of()))));
    assertAccepted(
        send(
            event ->
                event
                    .withHeaders(null)
                    .withMultiValueHeaders(Map.of("CONTENT-TYPE", List.of("application/json")))));
    assertAccepted(
        send(
            event ->
                event
                    .withIsBase64Encoded(null)
                    .withPathParameters(null)
                    .withQueryStringParameters(null)
                    .withMultiValueHeaders(null)
                    .withMultiValueQueryStringParameters(null)
                    .withStageVariables(null)
                    .withResource(null)));
    assertProblem(
        respond(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("POST")
                .withPath("/ride")
                .withRequestContext(new ProxyRequestContext())),
        401,
        "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAQ", // unknown
        "AAAAAAAAAAAAAAAAAAAAAB", // has bits that no id has
        "",
        " ",
        "A",
        "AAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAA==",
        "AAAAAAAAAAAAAAAAAAAAAA\n",
        "AAAAAAAAAAAAAAAAAAAAAA ",
        " AAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA\u0000",
        "AAAAAAAAAAAAAAAAAAAAAA/",
        "AAAAAAAAAAAAAAAAAAAAAA/x",
        "AAAAAAAAAAAAAAAAAAAAAA/../AAAAAAAAAAAAAAAAAAAAAA",
        "/AAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA?x=1",
        "AAAAAAAAAAAAAAAAAAAAAA#x",
        "AAAAAAAAAAAAAAAAAAAAAA;x",
        "AAAAAAAAAAAAAAAAAAAAAA,AAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA+",
        "+/AAAAAAAAAAAAAAAAAAAA",
        "\"AAAAAAAAAAAAAAAAAAAAAA\"",
        "{\"S\":\"AAAAAAAAAAAAAA\"}",
        "%41AAAAAAAAAAAAAAAAAAAAA",
        "%00",
        "%2e%2e%2f",
        "%zz",
        "%",
        "%C0%AF",
        "../ride",
        "..",
        ".",
        "..\\..\\",
        "*",
        "null",
        "undefined",
        "true",
        "0",
        "-1",
        "' OR '1'='1",
        "'; DROP TABLE Rides; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://127.0.0.1/a}",
        "\u0000",
        "\u0001\u0002\u001F\u007F",
        "\r\nX-Injected: 1",
        "\uD800",
        "\uDC00\uD800",
        "\uFFFF",
        "\uFEFFAAAAAAAAAAAAAAAAAAAAAA",
        "\u202EAAAAAAAAAAAAAAAAAAAAAA",
        "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠A",
        "АААААААААААААААААААААА", // Cyrillic
        "ＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡ",
        "\uD835\uDC00AAAAAAAAAAAAAAAAAAAA",
        "A\u0301AAAAAAAAAAAAAAAAAAAAA",
        "aaaaaaaaaaaaaaaaaaaaaa",
      })
  void anIdThatNamesNoRideOfTheRidersLooksAbsentByteForByte(String id) {
    put(new Status.Requested());
    var others = get("bob", RIDE.value());

    var absent = get("alice", id);
    var bobs = get("bob", id);

    assertProblem(others, 404, "ride-not-found");
    assertThat(absent).isEqualTo(others);
    assertThat(bobs).isEqualTo(others);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 21, 23, 10_000, 1_000_000})
  void anIdOfAnotherLengthLooksAbsent(int length) {
    put(new Status.Requested());

    assertThat(get("alice", "A".repeat(length))).isEqualTo(get("bob", RIDE.value()));
    assertThat(get("alice", "\u0000".repeat(length))).isEqualTo(get("bob", RIDE.value()));
    assertThat(get("alice", "/".repeat(length))).isEqualTo(get("bob", RIDE.value()));
  }

  @Test
  void whatElseComesWithAPollIsIgnored() {
    put(new Status.Requested());
    Map<String, String> anything =
        Map.of("rideId", "AAAAAAAAAAAAAAAAAAAAAQ", "username", "bob", "\u0000", "\uD800");

    var response =
        send(
            event ->
                event
                    .withHttpMethod("GET")
                    .withPath("/ride/" + RIDE)
                    .withResource("/ride")
                    .withPathParameters(anything)
                    .withQueryStringParameters(anything)
                    .withMultiValueQueryStringParameters(Map.of("x", List.of("", "\uFFFF")))
                    .withHeaders(
                        Map.of(
                            "X-User", "bob",
                            "X-HTTP-Method-Override", "DELETE",
                            "X-Original-URL", "/ride/AAAAAAAAAAAAAAAAAAAAAQ",
                            "Content-Type", "text/plain",
                            "Content-Encoding", "gzip",
                            "Idempotency-Key", "\u0000"))
                    .withBody("[".repeat(100_000))
                    .withIsBase64Encoded(true));

    assertThat(response).isEqualTo(get("alice", RIDE.value()));
    assertThat(response.getStatusCode()).isEqualTo(200);
  }
}
