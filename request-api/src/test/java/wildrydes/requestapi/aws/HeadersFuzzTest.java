package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Any headers at all. The files of the corpus are headers as they stand in a request. */
class HeadersFuzzTest {

  @FuzzTest
  void headers(byte[] sent) {
    Map<String, List<String>> all = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    for (String line : new String(sent, UTF_8).split("\n", -1)) {
      String[] nameAndValue = line.split(":", 2);
      String value = nameAndValue.length < 2 ? "" : nameAndValue[1];
      all.computeIfAbsent(nameAndValue[0], _ -> new ArrayList<>()).add(value);
      last.put(nameAndValue[0], value);
    }

    var both = FuzzedApi.answer(event -> event.withHeaders(last).withMultiValueHeaders(all));
    var single = FuzzedApi.answer(event -> event.withHeaders(last));

    assertThat(both.getStatusCode()).isIn(202, 400, 415);
    assertThat(single.getStatusCode()).isIn(202, 400, 415);
  }

  @FuzzTest
  void contentType(byte[] sent) {
    String value = new String(sent, UTF_8);

    var response = FuzzedApi.answer(event -> ApiTest.header(event, "Content-Type", value));

    assertThat(response.getStatusCode()).isIn(202, 415);
    if (response.getStatusCode() == 202) {
      assertThat(value).containsIgnoringCase("application/json");
    }
  }

  @FuzzTest
  void idempotencyKey(byte[] sent) {
    String key = new String(sent, UTF_8);
    var api = new FuzzedApi();

    var response = api.send(event -> ApiTest.header(event, "Idempotency-Key", key));
    var again = api.send(event -> ApiTest.header(event, "idempotency-key", key));
    var others =
        api.send(
            event ->
                ApiTest.header(
                    ApiTest.claims(event, Map.of("sub", "bob")), "Idempotency-Key", key));

    api.check(response);
    api.check(others);
    assertThat(response.getStatusCode()).isIn(202, 400);
    assertThat(again).isEqualTo(response);
    assertThat(others.getStatusCode()).isEqualTo(response.getStatusCode());
    assertThat(api.rides.count()).isEqualTo(response.getStatusCode() == 202 ? 2 : 0);
    if (key.isBlank() || key.chars().anyMatch(c -> c < ' ' || c > '~') || key.length() > 512) {
      assertThat(response.getStatusCode()).isEqualTo(400);
    }
  }
}
