package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.Resource;

/** What is kept, for how long, and how safely. */
class StorageRulesTest {

  @Test
  void everyTableIsPaidByUseRecoverableAndEncrypted() {
    assertThat(TEMPLATE.resources("AWS::DynamoDB::Table"))
        .hasSize(2)
        .allSatisfy(
            table -> {
              assertThat(text(table, "/BillingMode"))
                  .as("%s: BillingMode", table.logicalId())
                  .isEqualTo("PAY_PER_REQUEST");
              assertThat(
                      text(table, "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
                  .as("%s: PointInTimeRecoveryEnabled", table.logicalId())
                  .isEqualTo("true");
              assertThat(text(table, "/SSESpecification/SSEEnabled"))
                  .as("%s: SSEEnabled", table.logicalId())
                  .isEqualTo("true");
            });
  }

  /** On a unicorn, a time to live would delete it with its last lease. */
  @Test
  void ridesExpireAndUnicornsDoNot() {
    assertThat(TEMPLATE.tables())
        .allSatisfy(
            table ->
                assertThat(table.timeToLive())
                    .as("%s: TimeToLiveSpecification", table.logicalId())
                    .isEqualTo(
                        table.logicalId().equals("RidesTable")
                            ? Optional.of("ExpiresAt")
                            : Optional.empty()));
  }

  /** Whatever decides does so by a key: an index is always a moment old. */
  @Test
  void noTableHasAnIndex() {
    assertThat(TEMPLATE.tables()).allSatisfy(table -> assertThat(table.indexes()).isEmpty());
  }

  @Test
  void everyLogEndsSomeDay() {
    assertThat(TEMPLATE.resources("AWS::Logs::LogGroup"))
        .isNotEmpty()
        .allSatisfy(
            group ->
                assertThat(group.properties().path("RetentionInDays").asInt())
                    .as("%s: RetentionInDays", group.logicalId())
                    .isPositive());
  }

  private static String text(Resource resource, String pointer) {
    return resource.properties().at(pointer).asText();
  }
}
