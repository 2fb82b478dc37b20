package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.local.http.LocalAuthorizer.Identity;

class LocalAuthorizerTest {

  private final LocalAuthorizer authorizer =
      new LocalAuthorizer(InstantSource.fixed(Instant.ofEpochSecond(1_000)));

  @ParameterizedTest
  @ValueSource(strings = {"Bearer alice", "bearer   alice", "alice", "alice "})
  void aTokenWithoutDotsIsTheRidersName(String authorization) {
    assertThat(identify(authorization))
        .isEqualTo(new Identity.Known(Map.of("sub", "alice", "username", "alice")));
  }

  @Test
  void aTokensClaimsAreHandedOnAsText() {
    var identity =
        identify("Bearer " + token("{\"exp\":1001,\"ok\":true,\"groups\":[\"a\",\"b\"]}"));

    assertThat(identity)
        .isEqualTo(new Identity.Known(Map.of("exp", "1001", "ok", "true", "groups", "[a b]")));
  }

  @Test
  void theClassicPageSendsItsTokenBare() {
    assertThat(identify(token("{\"exp\":1001}"))).isInstanceOf(Identity.Known.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"exp\":1000}", "{\"exp\":1}", "{\"sub\":\"alice\"}"})
  void aTokenThatHasExpiredIsRefused(String claims) {
    assertThat(identify(token(claims)))
        .isEqualTo(
            new Identity.Unknown(
                "Bearer scope=\"\" error=\"invalid_token\""
                    + " error_description=\"the token has expired\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b", "a.b.c", "...", "e30.e30.", "e30.W10.x", "e30.bm8.x.y", "Basic YWxpY2U6"})
  void aMalformedTokenIsRefused(String token) {
    assertThat(identify(token)).isInstanceOf(Identity.Unknown.class);
  }

  @Test
  void withoutATokenNobodyIsKnown() {
    assertThat(authorizer.identify(Optional.empty())).isEqualTo(new Identity.Unknown("Bearer"));
    assertThat(identify("")).isEqualTo(new Identity.Unknown("Bearer"));
    assertThat(identify("Bearer ")).isEqualTo(new Identity.Unknown("Bearer"));
  }

  private Identity identify(String authorization) {
    return authorizer.identify(Optional.of(authorization));
  }

  private static String token(String claims) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return "e30." + encoder.encodeToString(claims.getBytes(UTF_8)) + ".signature";
  }
}
