package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token was made for decides whether it names a rider. */
class TokenUseTest extends ApiTest {

  @SuppressWarnings("UnusedVariable") // JUnit reads it by its name.
  private static final List<Object> OTHER_USES =
      List.of("refresh", "", " id", "ID", "[id access]", 7, List.of("id"), Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"id", "access"})
  void anIdTokenAndAnAccessTokenNameTheirRider(String use) {
    assertThat(post(Map.of("username", "alice", "token_use", use))).isEqualTo(202);
  }

  @Test
  void aTokenOfAnotherIssuerNeedNotSay() {
    assertThat(post(Map.of("username", "alice"))).isEqualTo(202);
  }

  @ParameterizedTest
  @FieldSource("OTHER_USES")
  void aTokenForAnotherUseNamesNobody(Object use) {
    var response =
        send(event -> claims(event, Map.of("username", "alice", "sub", "s", "token_use", use)));

    assertProblem(response, 401, "unauthenticated");
  }

  private int post(Map<String, Object> claims) {
    return send(event -> claims(event, claims)).getStatusCode();
  }
}
