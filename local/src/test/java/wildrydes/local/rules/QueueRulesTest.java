package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;
import static wildrydes.local.rules.ProductTemplate.seconds;
import static wildrydes.local.rules.ProductTemplate.workQueues;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.template.Queue;
import wildrydes.emulators.template.TemplateException;
import wildrydes.local.rules.ProductTemplate.WorkQueue;

/** What SQS, and Lambda's polling of it, ask of the queues. */
class QueueRulesTest {

  private static final String WORK_QUEUES = "wildrydes.local.rules.ProductTemplate#workQueues";

  @Test
  void everyQueueIsWorkedByOneFunctionOrHoldsTheDeadLettersOfOneQueue() {
    var worked = workQueues().stream().map(WorkQueue::queue);
    var deadLetters = workQueues().stream().map(WorkQueue::deadLetters);
    List<Queue> known = Stream.concat(worked, deadLetters).toList();

    assertThat(known).isNotEmpty().containsExactlyInAnyOrderElementsOf(TEMPLATE.queues());
  }

  @Test
  void everyQueueIsEncrypted() {
    assertThat(TEMPLATE.resources("AWS::SQS::Queue"))
        .allSatisfy(
            queue ->
                assertThat(queue.properties().path("SqsManagedSseEnabled").asBoolean())
                    .as("%s: set SqsManagedSseEnabled", queue.logicalId())
                    .isTrue());
  }

  /** Else Lambda takes the answer for a success and SQS deletes what failed. */
  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aFunctionsAnswerNamesTheMessagesThatFailed(WorkQueue work) {
    assertThat(work.source().reportsItemFailures())
        .as("%s: add FunctionResponseTypes: [ReportBatchItemFailures]", work)
        .isTrue();
  }

  /** Reserved concurrency alone would throttle the polling and dead-letter healthy messages. */
  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void theMappingItselfLimitsItsConcurrency(WorkQueue work) {
    var events = ProductTemplate.events(work.function(), "SQS");

    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.at("/Properties/ScalingConfig/MaximumConcurrency").asInt())
                    .as("%s: set ScalingConfig.MaximumConcurrency, at least 2", work)
                    .isBetween(2, 1000));
    assertThat(ProductTemplate.properties(work.function()).has("ReservedConcurrentExecutions"))
        .as("%s: reserve nothing, or more than MaximumConcurrency", work.function().logicalId())
        .isFalse();
  }

  /** More than ten a batch need a batching window, and the code sends and changes by tens. */
  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aBatchIsAtMostTen(WorkQueue work) {
    assertThat(work.source().batchSize()).as("%s: BatchSize", work).isBetween(1, 10);
  }

  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aMessageStaysHiddenForSixRunsOfItsFunction(WorkQueue work) {
    int needed = 6 * work.function().timeoutSeconds() + work.source().batchingWindowSeconds();

    assertThat(seconds(work.queue(), "VisibilityTimeout"))
        .as("%s: VisibilityTimeout, six times the function's Timeout and the window", work)
        .isGreaterThanOrEqualTo(needed);
  }

  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aMessageIsDeliveredFiveTimesOrMoreBeforeItIsGivenUp(WorkQueue work) {
    assertThat(work.queue().redrive().orElseThrow().maxReceiveCount())
        .as("%s: maxReceiveCount; throttled polls use deliveries up too", work)
        .isGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aFunctionThatCountsDeliveriesCountsAsItsQueueDoes(WorkQueue work) {
    String told = work.function().environment().get("MAX_RECEIVE_COUNT");

    assertThat(told)
        .as("%s: MAX_RECEIVE_COUNT", work.function().logicalId())
        .isIn(null, "" + work.queue().redrive().orElseThrow().maxReceiveCount());
  }

  /** The clock runs from the first send, so equal times would lose letters soon after the move. */
  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void deadLettersAreKeptLongerThanTheQueueKeepsMessages(WorkQueue work) {
    assertThat(seconds(work.deadLetters(), "MessageRetentionPeriod"))
        .as("%s: MessageRetentionPeriod", work.deadLetters().logicalId())
        .isGreaterThan(seconds(work.queue(), "MessageRetentionPeriod"));
  }

  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aDeadLetterQueueTakesTheLettersOfItsOwnQueueOnly(WorkQueue work) {
    String logicalId = work.deadLetters().logicalId();
    var policy = TEMPLATE.resource(logicalId).properties().path("RedriveAllowPolicy");

    assertThat(policy.path("redrivePermission").asText())
        .as("%s: RedriveAllowPolicy", logicalId)
        .isEqualTo("byQueue");
    assertThat(policy.path("sourceQueueArns").valueStream().map(arn -> arn.asText()).toList())
        .as("%s: sourceQueueArns", logicalId)
        .containsExactly(work.queue().arn());
    assertThat(work.deadLetters().redrive())
        .as("%s: dead letters have no further place to go", logicalId)
        .isEmpty();
  }

  /** The parameters' own bounds keep a deployment from breaking what the defaults obey. */
  @ParameterizedTest
  @CsvSource({"MaxReceiveCount, 4", "MaximumConcurrency, 1", "MaximumConcurrency, 1001"})
  void noDeploymentLeavesTheBounds(String parameter, String value) {
    assertThatExceptionOfType(TemplateException.class)
        .as("%s needs a MinValue and MaxValue", parameter)
        .isThrownBy(() -> ProductTemplate.with(Map.of(parameter, value)))
        .withMessageContaining(parameter);
  }
}
