package wildrydes.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.local.lambda.Invocation;

class BatchVerdictTest {

  private static final Message A = Message.builder().messageId("a").build();
  private static final Message B = Message.builder().messageId("b").build();

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "{}", "null", ""})
  void withoutFailuresAllIsDone(String answer) {
    assertThat(verdict(answer, true).done()).containsExactly(A, B);
    assertThat(verdict(answer, true).problem()).isEmpty();
  }

  @Test
  void whatIsReportedIsNotDone() {
    var verdict = verdict("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}", true);

    assertThat(verdict.done()).containsExactly(B);
    assertThat(verdict.problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}",
        "{\"batchItemFailures\":",
      })
  void anAnswerThatMakesNoSenseFailsTheWholeBatch(String answer) {
    assertThat(verdict(answer, true).done()).isEmpty();
    assertThat(verdict(answer, true).problem()).isPresent();
  }

  @Test
  void anExceptionFailsTheWholeBatch() {
    var verdict =
        BatchVerdict.of(
            List.of(A, B), new Invocation.Failed(new IllegalStateException("broken")), true);

    assertThat(verdict.done()).isEmpty();
    assertThat(verdict.problem().orElseThrow()).contains("broken");
  }

  @Test
  void aTimeOutFailsTheWholeBatch() {
    var verdict = BatchVerdict.of(List.of(A, B), new Invocation.TimedOut(30), true);

    assertThat(verdict.done()).isEmpty();
    assertThat(verdict.problem().orElseThrow()).contains("30 s");
  }

  /** The trap: without ReportBatchItemFailures in the template, AWS deletes the failures. */
  @Test
  void whereTheTemplateDoesNotAskForReportsTheyAreIgnored() {
    var verdict = verdict("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}", false);

    assertThat(verdict.done()).containsExactly(A, B);
  }

  private static BatchVerdict verdict(String answer, boolean reportsItemFailures) {
    return BatchVerdict.of(
        List.of(A, B), new Invocation.Answered(answer.getBytes(UTF_8)), reportsItemFailures);
  }
}
