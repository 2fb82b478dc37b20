package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 1 and 30 of the table of bad inputs: who asks is what verified claims say, or nobody. */
class RidersTest extends UnlimitedApiTest {

  static Stream<@Nullable ProxyRequestContext> contextsWithoutClaims() {
    return Stream.of(
        null,
        new ProxyRequestContext(),
        authorizer(Map.of()),
        authorizer(Collections.singletonMap("claims", null)),
        authorizer(Map.of("claims", Map.of())),
        authorizer(Map.of("claims", List.of(Map.of("sub", "alice")))),
        authorizer(Map.of("claims", "alice")),
        authorizer(Map.of("claims", 7)),
        authorizer(Map.of("claims", true)),
        authorizer(Map.of("Claims", Map.of("sub", "alice"))),
        authorizer(Map.of("sub", "alice", "principalId", "alice")),
        authorizer(Map.of("jwt", Map.of("claims", Map.of("sub", "alice")))),
        authorizer(Map.of("claims", Map.of("claims", Map.of("sub", "alice")))),
        authorizer(Map.of("claims", Map.of("email", "alice@example.com", "name", "alice"))),
        authorizer(Map.of("claims", Map.of("Sub", "alice", "USERNAME", "alice"))));
  }

  @ParameterizedTest
  @MethodSource("contextsWithoutClaims")
  void withoutVerifiedClaimsNobodyIsSignedIn(@Nullable ProxyRequestContext context) {
    assertNobody(event -> event.withRequestContext(context));
  }

  static Stream<@Nullable Object> claimsThatAreNoName() {
    return Stream.of(
        null,
        "",
        " ",
        "\t\n",
        "\u2003",
        7,
        7.5,
        true,
        List.of("alice"),
        Map.of("name", "alice"),
        "\uD800",
        "alice\uDFFF",
        "a".repeat(1_025),
        "a".repeat(10_000),
        "a".repeat(5_000_000));
  }

  @ParameterizedTest
  @MethodSource("claimsThatAreNoName")
  void aClaimThatIsNoNameNamesNobody(@Nullable Object claim) {
    for (String name : List.of("cognito:username", "username", "sub")) {
      Map<String, @Nullable Object> claims = new HashMap<>();
      claims.put(name, claim);

      assertNobody(event -> event.withRequestContext(authorizer(Map.of("claims", claims))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-User",
        "X-Username",
        "X-Forwarded-User",
        "X-Amzn-Oidc-Identity",
        "Cognito:Username",
        "Username",
        "Sub",
        "Authorization",
        "Cookie",
        "X-Amzn-Remapped-Authorization",
        "From",
      })
  void aHeaderNamesNobody(String name) {
    assertNobody(event -> header(event.withRequestContext(null), name, "alice"));
    assertThat(
            bodyOf(send(event -> header(claims(event, Map.of("sub", "bob")), name, "alice")))
                .get("Rider")
                .textValue())
        .isEqualTo("bob");
  }

  @Test
  void queryAndPathAndBodyNameNobody() {
    Map<String, String> alice = Map.of("username", "alice", "sub", "alice", "rider", "alice");

    assertNobody(
        event ->
            event
                .withRequestContext(null)
                .withQueryStringParameters(alice)
                .withPathParameters(alice)
                .withStageVariables(alice)
                .withBody("{\"Rider\":\"alice\",\"sub\":\"alice\"}"));
  }

  @Test
  void theRiderIsNamedByAnIdTokenElseAnAccessTokenElseItsSubject() {
    Map<String, Object> claims = new HashMap<>(Map.of("sub", "s"));
    assertThat(riderWith(claims)).isEqualTo("s");
    claims.put("username", "u");
    assertThat(riderWith(claims)).isEqualTo("u");
    claims.put("cognito:username", "c");
    assertThat(riderWith(claims)).isEqualTo("c");
    claims.put("cognito:username", Arrays.asList("x", "y"));
    assertThat(riderWith(claims)).isEqualTo("u");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "null",
        "undefined",
        "admin",
        "\uD83E\uDD84",
        "e\u0301",
        "\u202Ealice",
        "a\u0000b",
        "'; DROP TABLE Rides; --",
        "<b>bob</b>",
        "a\"b\\c",
        "\uFFFF",
        "a b",
        "../alice",
        "a@b.c",
      })
  void anyOtherNameIsTakenAsItIs(String name) {
    assertThat(riderWith(Map.of("username", name))).isEqualTo(name);
    assertThat(riderWith(Map.of("username", name.repeat(1_024 / name.length())))).startsWith(name);
  }

  private String riderWith(Map<String, Object> claims) {
    return bodyOf(send(event -> claims(event, claims))).get("Rider").textValue();
  }

  private void assertNobody(UnaryOperator<APIGatewayProxyRequestEvent> change) {
    assertProblem(send(change), 401, "unauthenticated");
    assertProblem(
        send(event -> change.apply(event).withHttpMethod("GET").withPath("/ride/" + RIDE)),
        401,
        "unauthenticated");
    assertThat(rides.count()).isZero();
  }

  private static ProxyRequestContext authorizer(Map<String, @Nullable Object> authorizer) {
    var context = new ProxyRequestContext();
    context.setAuthorizer(authorizer);
    return context;
  }
}
