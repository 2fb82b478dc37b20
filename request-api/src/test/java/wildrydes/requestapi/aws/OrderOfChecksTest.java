package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is checked before what, so that a client with several faults mends them in the order of
 * their weight; and that no refusal hands anything of the request back.
 */
class OrderOfChecksTest extends UnlimitedApiTest {

  private static final String MARK = "c4n4ry";

  @Test
  void eachFaultHidesThoseBehindIt() {
    post(SEATTLE);
    String beyond = pickup("91", "0");

    assertRefused("PUT", "", "text/plain", "[".repeat(9_000), "", 404);
    assertRefused("POST", "", "text/plain", "[".repeat(9_000), "", 401);
    assertRefused("POST", "alice", "text/plain", "[".repeat(9_000), "", 415);
    assertRefused("POST", "alice", "application/json", "[".repeat(9_000), "", 413);
    assertRefused("POST", "alice", "application/json", "[", "", 400);
    assertRefused("POST", "alice", "application/json", beyond, "", 422);
    assertRefused("POST", "alice", "application/json", SEATTLE, "", 400);
    assertRefused("POST", "alice", "application/json", SEATTLE, "k", 202);
    assertRefused("POST", "alice", "application/json", pickup("1", "1"), "k", 422);
  }

  @Test
  void whatIsTooLargeIsSaidBeforeWhatIsNoBase64() {
    assertProblem(postBase64("%".repeat(20_000)), 413, "payload-too-large");
    assertProblem(postBase64("%".repeat(8_000)), 400, "malformed-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MARK,
        "\"" + MARK + "\"",
        "{\"" + MARK,
        "{" + MARK + ":1}",
        "{\"" + MARK + "\":1,\"" + MARK + "\":2}",
        "{\"" + MARK + "\":" + MARK + "}",
        "{\"a\":\"" + MARK + "\\x\"}",
        "{\"a\":\"" + MARK + "\t\"}",
        "{\"" + MARK + "\":\"\\ud800\"}",
        "{\"" + MARK + "\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}",
        "{\"PickupLocation\":\"" + MARK + "\"}",
        "{\"PickupLocation\":{\"Latitude\":\"" + MARK + "\",\"" + MARK + "\":1}}",
      })
  void noRefusalHandsTheBodyBack(String body) {
    assertThat(post(body).getStatusCode()).isIn(400, 422);
    assertThat(post(body).toString()).doesNotContain(MARK);
    assertThat(postBase64(body).toString()).doesNotContain(MARK);
  }

  @Test
  void noRefusalHandsHeadersOrPathsBack() {
    for (String header : new String[] {"Content-Type", "Content-Encoding", "X-" + MARK}) {
      assertThat(send(event -> header(event.withBody(""), header, MARK)).toString())
          .doesNotContain(MARK);
    }
    assertThat(send(event -> header(event, "Idempotency-Key", MARK + "\n")).toString())
        .doesNotContain(MARK);
    assertThat(get("alice", MARK).toString()).doesNotContain(MARK);
    assertThat(send(event -> event.withPath("/" + MARK)).toString()).doesNotContain(MARK);
    assertThat(send(event -> event.withHttpMethod(MARK)).toString()).doesNotContain(MARK);
  }

  private void assertRefused(
      String method, String rider, String contentType, String body, String key, int status) {
    var response =
        send(
            event ->
                header(
                    header(claims(event, Map.of("sub", rider)), "Content-Type", contentType)
                        .withHttpMethod(method)
                        .withBody(body),
                    "Idempotency-Key",
                    key));

    assertThat(response.getStatusCode()).isEqualTo(status);
  }
}
