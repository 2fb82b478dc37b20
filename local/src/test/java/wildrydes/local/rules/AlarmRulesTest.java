package wildrydes.local.rules;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.rules.ProductTemplate.WorkQueue;

/** Whatever can stop a ride wakes somebody up. */
class AlarmRulesTest {

  private static final String WORK_QUEUES = "wildrydes.local.rules.ProductTemplate#workQueues";

  static List<ServerlessFunction> functions() {
    return TEMPLATE.functions();
  }

  /** {@code NumberOfMessagesSent} does not count what SQS itself moves there. */
  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void theFirstDeadLetterRaisesTheAlarm(WorkQueue work) {
    Resource alarm =
        alarmOn(
            "AWS/SQS",
            "ApproximateNumberOfMessagesVisible",
            Map.of("QueueName", work.deadLetters().name()));

    assertThat(alarm.properties().path("Threshold").asInt()).isZero();
    assertThat(alarm.properties().path("Statistic").asText()).isEqualTo("Maximum");
  }

  @ParameterizedTest
  @MethodSource(WORK_QUEUES)
  void aMessageThatWaitsTooLongRaisesTheAlarm(WorkQueue work) {
    Resource alarm =
        alarmOn(
            "AWS/SQS", "ApproximateAgeOfOldestMessage", Map.of("QueueName", work.queue().name()));

    assertThat(alarm.properties().path("Threshold").asInt())
        .as("%s: before it is lost", alarm.logicalId())
        .isLessThan(ProductTemplate.seconds(work.queue(), "MessageRetentionPeriod"));
    assertThat(alarm.properties().path("Statistic").asText()).isEqualTo("Maximum");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theFirstErrorRaisesTheAlarm(ServerlessFunction function) {
    assertRaisedByOne(alarmOn("AWS/Lambda", "Errors", Map.of("FunctionName", function.name())));
  }

  /**
   * The request API answers 503 by itself when DynamoDB or SQS fails: that is no error to Lambda.
   */
  @Test
  void theFirstRiderToldThatNothingWorksRaisesTheAlarm() {
    assertRaisedByOne(alarmOn("AWS/ApiGateway", "5xx", Map.of("ApiId", "localRideApi")));
  }

  /**
   * One alarm each: in a sum, a function that nobody could call has no value, and then neither has
   * the sum.
   */
  @ParameterizedTest
  @MethodSource("functions")
  void theFirstThrottledCallRaisesTheAlarm(ServerlessFunction function) {
    assertRaisedByOne(alarmOn("AWS/Lambda", "Throttles", Map.of("FunctionName", function.name())));
  }

  @Test
  void noAlarmCountsWhatWasSentToDeadLetters() {
    assertThat(ProductTemplate.alarms())
        .noneMatch(alarm -> alarm.properties().toString().contains("NumberOfMessagesSent"));
  }

  @Test
  void everyAlarmTellsWhoIsOnCallAndWhatToDo() {
    String topic = TEMPLATE.resource("AlarmTopic").name();

    assertThat(ProductTemplate.alarms())
        .isNotEmpty()
        .allSatisfy(
            alarm -> {
              JsonNode properties = alarm.properties();
              assertThat(properties.path("AlarmActions").toString())
                  .as("%s: AlarmActions", alarm.logicalId())
                  .endsWith(":" + topic + "\"]");
              assertThat(properties.path("AlarmDescription").asText())
                  .as("%s: AlarmDescription", alarm.logicalId())
                  .isNotBlank();
              assertThat(properties.path("TreatMissingData").asText())
                  .as("%s: silence is no trouble", alarm.logicalId())
                  .isEqualTo("notBreaching");
              assertThat(properties.path("ComparisonOperator").asText())
                  .as("%s: ComparisonOperator", alarm.logicalId())
                  .isEqualTo("GreaterThanThreshold");
            });
  }

  /** Named as the alarm, so that who is woken by it finds it. */
  @Test
  void everyAlarmLeadsToItsSectionOfTheRunbook() throws IOException {
    Path runbook = StackSettings.repositoryTemplate().resolveSibling("docs/runbook.md");
    var sections =
        Files.readAllLines(runbook).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    var alarms = ProductTemplate.alarms().stream().map(alarm -> alarm.properties()).toList();

    assertThat(alarms)
        .extracting(alarm -> withoutStack(alarm.path("AlarmName").asText()))
        .containsExactlyInAnyOrderElementsOf(sections);
    assertThat(alarms)
        .allSatisfy(
            alarm ->
                assertThat(alarm.path("AlarmDescription").asText())
                    .endsWith(
                        " What to do: docs/runbook.md#"
                            + withoutStack(alarm.path("AlarmName").asText())
                                .toLowerCase(Locale.ROOT)));
  }

  private static String withoutStack(String name) {
    return name.substring(name.indexOf('-') + 1);
  }

  private static void assertRaisedByOne(Resource alarm) {
    assertThat(alarm.properties().path("Threshold").asInt()).isZero();
    assertThat(alarm.properties().path("EvaluationPeriods").asInt()).isEqualTo(1);
    assertThat(alarm.properties().path("Statistic").asText()).isEqualTo("Sum");
  }

  private static Resource alarmOn(String namespace, String metric, Map<String, String> dimensions) {
    return ProductTemplate.alarms().stream()
        .filter(alarm -> alarm.properties().path("Namespace").asText().equals(namespace))
        .filter(alarm -> alarm.properties().path("MetricName").asText().equals(metric))
        .filter(alarm -> dimensions(alarm).equals(dimensions))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("Add an alarm on " + metric + " of " + dimensions + "."));
  }

  private static Map<String, String> dimensions(Resource alarm) {
    return alarm
        .properties()
        .path("Dimensions")
        .valueStream()
        .collect(
            toMap(
                dimension -> dimension.path("Name").asText(),
                dimension -> dimension.path("Value").asText()));
  }
}
