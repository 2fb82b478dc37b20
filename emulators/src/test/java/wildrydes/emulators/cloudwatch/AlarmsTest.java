package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.UNICORN;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.InvalidFormatException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Alarms over time, through the real Java SDK; the clock moves when a test says so. */
class AlarmsTest {
  private static final String FAR = "Far";
  private static final String TOPIC = "arn:aws:sns:us-west-2:000000000000:OnCall";

  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aNewAlarmKnowsNothingAndIsDescribedAsItWasPut() {
    put(alarm -> alarm.alarmDescription("A unicorn is far away.").alarmActions(TOPIC));

    assertThat(described())
        .isEqualTo(
            MetricAlarm.builder()
                .alarmName(FAR)
                .alarmArn("arn:aws:cloudwatch:us-west-2:000000000000:alarm:Far")
                .alarmDescription("A unicorn is far away.")
                .alarmConfigurationUpdatedTimestamp(NOON)
                .actionsEnabled(true)
                .okActions(List.of())
                .alarmActions(TOPIC)
                .insufficientDataActions(List.of())
                .stateValue(StateValue.INSUFFICIENT_DATA)
                .stateReason("Unchecked: Initial alarm creation")
                .stateUpdatedTimestamp(NOON)
                .stateTransitionedTimestamp(NOON)
                .metricName("Distance")
                .namespace("WildRydes")
                .statistic(Statistic.MAXIMUM)
                .dimensions(UNICORN)
                .period(60)
                .evaluationPeriods(1)
                .threshold(100.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .build());
  }

  @Test
  void itGoesOffWhenTheMinuteIsOverAndComesBackWithTheNext() {
    put(alarm -> {});
    local.put(datum -> datum.value(101.0));
    judgeAfter(Duration.ofSeconds(59));
    assertThat(described().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);

    judgeAfter(Duration.ofSeconds(1));
    assertThat(described().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(described().stateReason())
        .isEqualTo(
            "Threshold Crossed: 1 datapoint [101.0 (01/03/26 12:00:00)] was greater than the"
                + " threshold (100.0).");
    assertThat(described().stateReasonData())
        .contains("\"statistic\":\"Maximum\",\"period\":60,\"recentDatapoints\":[101.0]");

    local.put(datum -> datum.value(99.0));
    judgeAfter(Duration.ofSeconds(60));
    assertThat(described().stateValue()).isEqualTo(StateValue.OK);
    assertThat(described().stateTransitionedTimestamp()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void withoutDataItDoesWhatItWasToldToDo() {
    put(alarm -> alarm.alarmName("Missing"));
    put(alarm -> alarm.alarmName("Breaching").treatMissingData("breaching"));
    put(alarm -> alarm.alarmName("Fine").treatMissingData("notBreaching"));
    put(alarm -> alarm.alarmName("Ignoring").treatMissingData("ignore"));

    judgeAfter(Duration.ofMinutes(1));

    assertThat(local.client.describeAlarms().metricAlarms())
        .extracting(MetricAlarm::alarmName, MetricAlarm::stateValueAsString)
        .containsExactly(
            tuple("Breaching", "ALARM"),
            tuple("Fine", "OK"),
            tuple("Ignoring", "INSUFFICIENT_DATA"),
            tuple("Missing", "INSUFFICIENT_DATA"));
  }

  @Test
  void anAlarmThatIsPutAgainKeepsWhatItSays() {
    put(alarm -> alarm.treatMissingData("breaching"));
    judgeAfter(Duration.ofMinutes(1));

    put(alarm -> alarm.threshold(200.0));

    assertThat(described().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(described().threshold()).isEqualTo(200.0);
    assertThat(described().treatMissingData()).isNull();
    assertThat(described().alarmConfigurationUpdatedTimestamp()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void anExpressionRaisesAnAlarm() {
    var distance =
        Metric.builder().namespace("WildRydes").metricName("Distance").dimensions(UNICORN).build();
    var far =
        MetricDataQuery.builder()
            .id("far")
            .returnData(false)
            .metricStat(stat -> stat.stat("Sum").period(60).metric(distance))
            .build();
    var half = MetricDataQuery.builder().id("half").expression("far / 2").label("Half").build();
    local.client.putMetricAlarm(
        alarm ->
            alarm
                .alarmName("Rate")
                .evaluationPeriods(1)
                .threshold(50.0)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .metrics(far, half));
    local.put(datum -> datum.value(90.0));

    judgeAfter(Duration.ofMinutes(1));

    var described = local.client.describeAlarms().metricAlarms().getFirst();
    assertThat(described.stateReason())
        .isEqualTo(
            "Threshold Crossed: 1 datapoint [45.0 (01/03/26 12:00:00)] was less than the threshold"
                + " (50.0).");
    assertThat(described.metrics()).containsExactly(far, half.toBuilder().returnData(true).build());
  }

  @Test
  void aStateSetByHandLastsUntilTheDataSaysOtherwise() {
    put(alarm -> alarm.treatMissingData("notBreaching"));
    judgeAfter(Duration.ofMinutes(1));

    local.client.setAlarmState(
        state -> state.alarmName(FAR).stateValue(StateValue.ALARM).stateReason("A drill"));
    assertThat(described().stateReason()).isEqualTo("A drill");
    assertThat(described().stateReasonData()).isNull();

    judgeAfter(Duration.ZERO);
    assertThat(described().stateValue()).isEqualTo(StateValue.OK);
  }

  @Test
  void theHistoryTellsWhatHappenedAndWhoWouldHaveBeenTold() {
    put(alarm -> alarm.treatMissingData("breaching").alarmActions(TOPIC));
    judgeAfter(Duration.ofMinutes(1));
    local.client.deleteAlarms(delete -> delete.alarmNames(FAR));

    var history =
        local
            .client
            .describeAlarmHistory(ask -> ask.alarmName(FAR).scanBy(ScanBy.TIMESTAMP_ASCENDING))
            .alarmHistoryItems();

    assertThat(history)
        .extracting(AlarmHistoryItem::historySummary)
        .containsExactly(
            "Alarm \"Far\" created",
            "Alarm updated from INSUFFICIENT_DATA to ALARM",
            "Would have executed action %s: locally nothing is delivered".formatted(TOPIC),
            "Alarm \"Far\" deleted");
    assertThat(history.getFirst().historyData())
        .startsWith("{\"version\":\"1.0\",\"type\":\"Create\",\"createdAlarm\":{\"alarmName\":");
    assertThat(history.get(1).historyData())
        .contains("\"oldState\":{\"stateValue\":\"INSUFFICIENT_DATA\"")
        .contains("\"stateReasonData\":{\"version\":\"1.0\"");
    assertThat(
            local
                .client
                .describeAlarmHistory(ask -> ask.historyItemType(HistoryItemType.ACTION))
                .alarmHistoryItems())
        .hasSize(1);
  }

  @Test
  void theHistoryIsForgottenAfterFourteenDays() {
    put(alarm -> {});

    local.clock.advance(Duration.ofDays(14).plusSeconds(1));

    assertThat(local.client.describeAlarmHistory().alarmHistoryItems()).isEmpty();
  }

  @Test
  void switchedOffActionsAreNotTaken() {
    put(alarm -> alarm.treatMissingData("breaching").alarmActions(TOPIC));
    local.client.disableAlarmActions(disable -> disable.alarmNames(FAR, "Nobody"));

    judgeAfter(Duration.ofMinutes(1));

    assertThat(described().actionsEnabled()).isFalse();
    assertThat(
            local
                .client
                .describeAlarmHistory(ask -> ask.historyItemType(HistoryItemType.ACTION))
                .alarmHistoryItems())
        .isEmpty();
    local.client.enableAlarmActions(enable -> enable.alarmNames(FAR));
    assertThat(described().actionsEnabled()).isTrue();
  }

  @Test
  void alarmsAreFoundByWhatTheyAre() {
    put(alarm -> alarm.alarmName("Ride-A").alarmActions(TOPIC).treatMissingData("breaching"));
    put(alarm -> alarm.alarmName("Ride-B").statistic(Statistic.SUM));
    put(alarm -> alarm.alarmName("Unicorn"));
    judgeAfter(Duration.ofMinutes(1));

    assertThat(names(ask -> ask.alarmNamePrefix("Ride-"))).containsExactly("Ride-A", "Ride-B");
    assertThat(names(ask -> ask.alarmNames("Unicorn", "Nobody"))).containsExactly("Unicorn");
    assertThat(names(ask -> ask.stateValue(StateValue.ALARM))).containsExactly("Ride-A");
    assertThat(names(ask -> ask.actionPrefix("arn:aws:sns:"))).containsExactly("Ride-A");
    assertThat(names(ask -> ask.alarmTypes(AlarmType.COMPOSITE_ALARM))).isEmpty();
    assertThat(
            local
                .client
                .describeAlarmsForMetric(
                    ask ->
                        ask.namespace("WildRydes")
                            .metricName("Distance")
                            .dimensions(UNICORN)
                            .statistic(Statistic.SUM))
                .metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .containsExactly("Ride-B");
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    put(alarm -> alarm.alarmName("A"));
    put(alarm -> alarm.alarmName("B"));
    put(alarm -> alarm.alarmName("C"));

    assertThat(local.client.describeAlarmsPaginator(ask -> ask.maxRecords(2)).metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .containsExactly("A", "B", "C");
    assertThat(
            local
                .client
                .describeAlarmHistoryPaginator(ask -> ask.maxRecords(2))
                .alarmHistoryItems())
        .extracting(AlarmHistoryItem::alarmName)
        .containsExactly("C", "B", "A");
    assertThatExceptionOfType(InvalidNextTokenException.class)
        .isThrownBy(() -> local.client.describeAlarms(ask -> ask.nextToken("?")));
  }

  @Test
  void deletingTakesThoseThereAre() {
    put(alarm -> {});

    local.client.deleteAlarms(delete -> delete.alarmNames("Nobody", FAR));

    assertThat(names(ask -> {})).isEmpty();
  }

  @Test
  void settingWhatIsNotThereOrNotJsonIsRefused() {
    put(alarm -> {});

    // The Java SDK has no exception of its own for this one, only for its namesake.
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(
            () ->
                local.client.setAlarmState(
                    set -> set.alarmName("Nobody").stateValue("OK").stateReason("")))
        .matches(error -> error.statusCode() == 404)
        .matches(error -> error.awsErrorDetails().errorCode().equals("ResourceNotFound"));
    assertThatExceptionOfType(InvalidFormatException.class)
        .isThrownBy(
            () ->
                local.client.setAlarmState(
                    set ->
                        set.alarmName(FAR).stateValue("OK").stateReason("").stateReasonData("{")));
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(
            () ->
                local.client.setAlarmState(
                    set -> set.alarmName(FAR).stateValue("Fine").stateReason("")))
        .withMessageContaining(
            "Value 'Fine' at 'stateValue' failed to satisfy constraint: Member must satisfy enum"
                + " value set: [OK, ALARM, INSUFFICIENT_DATA]");
  }

  private void put(Consumer<PutMetricAlarmRequest.Builder> change) {
    local.client.putMetricAlarm(
        alarm -> {
          alarm
              .alarmName(FAR)
              .namespace("WildRydes")
              .metricName("Distance")
              .dimensions(UNICORN)
              .statistic(Statistic.MAXIMUM)
              .period(60)
              .evaluationPeriods(1)
              .threshold(100.0)
              .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
          change.accept(alarm);
        });
  }

  private void judgeAfter(Duration time) {
    local.clock.advance(time);
    local.emulator.judgeAlarms();
  }

  private MetricAlarm described() {
    return local.client.describeAlarms(ask -> ask.alarmNames(FAR)).metricAlarms().getFirst();
  }

  private List<String> names(Consumer<DescribeAlarmsRequest.Builder> ask) {
    return local.client.describeAlarms(ask).metricAlarms().stream()
        .map(MetricAlarm::alarmName)
        .toList();
  }
}
