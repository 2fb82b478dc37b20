package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Statement;
import wildrydes.local.rules.ProductTemplate.WorkQueue;

/**
 * What the roles must be beside being tight: that each grants what its function uses, and no more,
 * {@link wildrydes.local.LeastPrivilegeIT} proves by running.
 */
class PermissionRulesTest {

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var roles = TEMPLATE.functions().stream().map(PermissionRulesTest::roleOf).toList();

    assertThat(roles).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(TEMPLATE.roles());
  }

  @Test
  void onlyLambdaTakesARoleAndEveryStatementGivesSomething() {
    assertThat(TEMPLATE.roles())
        .allSatisfy(
            role -> {
              assertThat(role.trusted()).containsExactly("lambda.amazonaws.com");
              assertThat(role.statements()).isNotEmpty().allMatch(Statement::allows);
            });
  }

  /** Lambda's recursion detection would stop the chain. */
  @ParameterizedTest
  @MethodSource("wildrydes.local.rules.ProductTemplate#workQueues")
  void aFunctionNeverSendsToTheQueueThatItTakesFrom(WorkQueue work) {
    assertThat(roleOf(work.function()).statements())
        .filteredOn(statement -> statement.resources().contains(work.queue().arn()))
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.actions()).doesNotContain("sqs:SendMessage"));
  }

  private static Role roleOf(ServerlessFunction function) {
    return TEMPLATE.roles().stream()
        .filter(role -> function.roleArn().filter(role.arn()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(function.logicalId() + ": give it a Role of its own"));
  }
}
