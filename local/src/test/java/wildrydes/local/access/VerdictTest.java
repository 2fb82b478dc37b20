package wildrydes.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.Statement;

class VerdictTest {

  private static final String JOBS = "arn:aws:sqs:us-west-2:000000000000:jobs";
  private static final Permission SEND = Permission.on(JOBS, "sqs:SendMessage");

  @Test
  void whatNobodyAllowsIsForbidden() {
    assertThat(Verdict.of(role(), SEND)).isEqualTo(Verdict.NOT_ALLOWED);
    assertThat(Verdict.of(role(allow("sqs:DeleteMessage", JOBS)), SEND))
        .isEqualTo(Verdict.NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:jobs, ALLOWED",
    "sqs:sendmessage, arn:aws:sqs:us-west-2:000000000000:jobs, ALLOWED",
    "sqs:SendMessage, *, ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:jo*, ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:*:job?, ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:job, NOT_ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:jobs2, NOT_ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:j.bs, NOT_ALLOWED",
    "sqs:SendMessage, arn:aws:sqs:us-west-2:000000000000:JOBS, NOT_ALLOWED",
    "sqs:SendMessageBatch, arn:aws:sqs:us-west-2:000000000000:jobs, NOT_ALLOWED",
  })
  void anAllowIsForItsActionsAndResourcesOnly(String action, String resource, Verdict verdict) {
    assertThat(Verdict.of(role(allow(action, resource)), SEND)).isEqualTo(verdict);
  }

  @Test
  void aDenyBeatsEveryAllow() {
    var deny = new Statement(false, List.of("sqs:SendMessage"), List.of("*"), Map.of());

    assertThat(Verdict.of(role(allow("sqs:SendMessage", JOBS), deny), SEND))
        .isEqualTo(Verdict.DENIED);
  }

  @Test
  void aConditionHoldsForItsValuesOnly() {
    var rule =
        new Statement(
            true,
            List.of("cloudwatch:PutMetricData"),
            List.of("*"),
            Map.of(Statement.NAMESPACE, List.of("WildRydes")));

    assertThat(Verdict.of(role(rule), put(Map.of(Statement.NAMESPACE, "WildRydes"))))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Verdict.of(role(rule), put(Map.of(Statement.NAMESPACE, "Others"))))
        .isEqualTo(Verdict.NOT_ALLOWED);
    assertThat(Verdict.of(role(rule), put(Map.of()))).isEqualTo(Verdict.NOT_ALLOWED);
  }

  private static Permission put(Map<String, String> context) {
    return new Permission("cloudwatch:PutMetricData", "*", context);
  }

  private static Statement allow(String action, String resource) {
    return new Statement(true, List.of(action), List.of(resource), Map.of());
  }

  private static Role role(Statement... statements) {
    return new Role("Role", "role", "arn:aws:iam::0:role/role", List.of(), List.of(statements));
  }
}
