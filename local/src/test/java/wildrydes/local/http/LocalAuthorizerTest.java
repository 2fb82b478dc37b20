package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "exp":1001,"ok":true                     | {exp=1001, ok=true}
          "exp":1001,"groups":["a","b"]            | {exp=1001, groups=[a b]}
          "exp":1001,"address":{"b":[1],"a":null}  | {address=map[a:<nil> b:[1]], exp=1001}
          "exp":1001,"aud":"x","sub":"y"           | {aud=x, exp=1001, sub=y}
          """)
  void aTokensClaimsAreHandedOnAsText(String claims, String text) {
    assertThat(identify("Bearer " + token("{" + claims + "}")))
        .isInstanceOfSatisfying(
            Identity.Known.class, known -> assertThat(known.claims()).hasToString(text));
  }

  @Test
  void theClassicPageSendsItsTokenBare() {
    assertThat(identify(token("{\"exp\":1001}"))).isInstanceOf(Identity.Known.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "exp":1000              | the token has expired
          "exp":1                 | the token has expired
          "exp":-1                | the token has expired
          "exp":999.9             | the token has expired
          "sub":"alice"           | the token has no exp claim
          "exp":"1001"            | the token has an invalid exp claim
          "exp":1e999999999       | the token has an invalid exp claim
          "exp":null              | the token has an invalid exp claim
          "exp":1001,"nbf":1001   | the token is not valid yet
          "exp":1001,"nbf":"1"    | the token has an invalid nbf claim
          "exp":1001,"iat":1000.1 | the token is used before it was issued
          "exp":1001,"iat":{}     | the token has an invalid iat claim
          """)
  void aTokenThatIsNotOfItsTimeIsRefused(String claims, String description) {
    assertThat(identify(token("{" + claims + "}"))).isEqualTo(invalid(description));
  }

  @Test
  void aTokenOfThisMomentIsTaken() {
    assertThat(identify(token("{\"exp\":1000.5,\"nbf\":1000,\"iat\":1000}")))
        .isInstanceOf(Identity.Known.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b, token contains an invalid number of segments",
    "e30.e30, token contains an invalid number of segments",
    "e30.bm8.x.y, token contains an invalid number of segments",
    "a.b.c, the token is malformed",
    ".., the token is malformed",
    "e30.W10.x, the token is malformed",
    "W10.eyJleHAiOjEwMDF9.x, the token is malformed",
    "e30.+/+/.x, the token is malformed",
    "Basic YWxpY2U6, token contains an invalid number of segments",
    "Basic YWxp.Y2U6.x, the token is malformed",
  })
  void aMalformedTokenIsRefused(String token, String description) {
    assertThat(identify(token)).isEqualTo(invalid(description));
  }

  @Test
  void aTokenThatIsTooLongIsRefusedUnread() {
    String long1 = token("{\"exp\":1001,\"x\":\"" + "x".repeat(10_000) + "\"}");

    assertThat(identify(long1)).isEqualTo(invalid("the token is too long"));
    assertThat(identify("x".repeat(129)))
        .isEqualTo(invalid("token contains an invalid number of segments"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer", "Bearer ", "bearer\t"})
  void withoutATokenNobodyIsKnown(String authorization) {
    assertThat(authorizer.identify(Optional.empty(), List.of()))
        .isEqualTo(new Identity.Unknown("Bearer"));
    assertThat(identify(authorization)).isEqualTo(new Identity.Unknown("Bearer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"scope\":\"rides/ask\"",
        "\"scope\":\"openid rides/see email\"",
        "\"scp\":\"rides/ask openid\"",
        "\"scp\":[\"openid\",\"rides/ask\"]",
      })
  void oneOfTheRoutesScopesIsEnough(String claims) {
    assertThat(scoped(token("{\"exp\":1001," + claims + "}"))).isInstanceOf(Identity.Known.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sub\":\"alice\"",
        "\"scope\":\"\"",
        "\"scope\":\"rides/asking rides\"",
        "\"scope\":7",
        "\"scope\":\"openid\",\"scp\":\"rides/ask\"",
        "\"scopes\":\"rides/ask\"",
      })
  void withoutAScopeOfTheRouteATokenIsNotEnough(String claims) {
    assertThat(scoped(token("{\"exp\":1001," + claims + "}")))
        .isEqualTo(
            new Identity.Forbidden(
                "Bearer scope=\"rides/ask rides/see\" error=\"insufficient_scope\""));
  }

  @Test
  void aNameHasNoScopes() {
    assertThat(scoped("Bearer alice")).isInstanceOf(Identity.Forbidden.class);
  }

  @Test
  void anExpiredTokenIsUnknownWhateverItsScopes() {
    assertThat(scoped(token("{\"exp\":1,\"scope\":\"rides/ask\"}")))
        .isEqualTo(
            new Identity.Unknown(
                "Bearer scope=\"rides/ask rides/see\" error=\"invalid_token\""
                    + " error_description=\"the token has expired\""));
  }

  private Identity identify(String authorization) {
    return authorizer.identify(Optional.of(authorization), List.of());
  }

  private Identity scoped(String authorization) {
    return authorizer.identify(Optional.of(authorization), List.of("rides/ask", "rides/see"));
  }

  private static Identity invalid(String description) {
    return new Identity.Unknown(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
  }

  private static String token(String claims) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return "e30." + encoder.encodeToString(claims.getBytes(UTF_8)) + ".signature";
  }
}
