package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.Template;

/** The riders: how they sign in, and what their tokens are good for. */
class RiderRulesTest {

  private final JsonNode pool = TEMPLATE.resource("RidersUserPool").properties();
  private final JsonNode client = TEMPLATE.resource("RidersUserPoolClient").properties();

  /** The rider's name decides who sees a ride. */
  @Test
  void aNameIsOneRiderHoweverItIsWritten() {
    assertThat(pool.at("/UsernameConfiguration/CaseSensitive").asText()).isEqualTo("false");
  }

  @Test
  void aLostPasswordIsRecoveredByVerifiedMailOnly() {
    assertThat(texts(pool.at("/AutoVerifiedAttributes"))).containsExactly("email");
    assertThat(pool.at("/AccountRecoverySetting/RecoveryMechanisms").findValuesAsText("Name"))
        .containsExactly("verified_email");
    assertThat(
            texts(
                pool.at("/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate")))
        .containsExactly("email");
  }

  @Test
  void passwordsAreLong() {
    assertThat(pool.at("/Policies/PasswordPolicy/MinimumLength").asInt())
        .isGreaterThanOrEqualTo(12);
  }

  @Test
  void tokensEndSoonAndARefreshTokenCanBeRevoked() {
    assertThat(client.path("EnableTokenRevocation").asBoolean()).isTrue();
    assertThat(client.at("/TokenValidityUnits/IdToken").asText()).isEqualTo("minutes");
    assertThat(client.at("/TokenValidityUnits/AccessToken").asText()).isEqualTo("minutes");
    assertThat(client.path("IdTokenValidity").asInt()).isBetween(5, 60);
    assertThat(client.path("AccessTokenValidity").asInt()).isBetween(5, 60);
  }

  /** A page cannot keep a secret, and must not learn who exists. */
  @Test
  void theClientIsAPage() {
    assertThat(client.path("GenerateSecret").asText()).isEqualTo("false");
    assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
    assertThat(client.has("AllowedOAuthFlows")).isFalse();
  }

  @Test
  void byDefaultAnyTokenOfARiderWillDo() {
    assertThat(scopes(TEMPLATE)).containsExactly(List.of(), List.of());
  }

  @Test
  void aRequiredScopeIsRequiredOnEveryRoute() {
    var strict = ProductTemplate.with(Map.of("RequiredScope", "rides/ask"));

    assertThat(scopes(strict)).containsExactly(List.of("rides/ask"), List.of("rides/ask"));
  }

  @Test
  void whatIsKeptIsProtectedAsOne() {
    var kept = ProductTemplate.with(Map.of("DeletionProtection", "true"));

    assertThat(kept.resources("AWS::DynamoDB::Table"))
        .hasSize(2)
        .allMatch(table -> table.properties().path("DeletionProtectionEnabled").asBoolean());
    assertThat(kept.resource("RidersUserPool").properties().path("DeletionProtection").asText())
        .isEqualTo("ACTIVE");
    assertThat(pool.path("DeletionProtection").asText()).isEqualTo("INACTIVE");
  }

  private static List<List<String>> scopes(Template template) {
    return template.functions().stream()
        .flatMap(function -> function.routes().stream())
        .map(route -> route.scopes())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
