package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeclaredResourceTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  /** CloudFormation takes {@code Period: "60"}, and YAML makes texts of many a value. */
  @Test
  void anAlarmMayHaveTextsForNumbers() throws Exception {
    local.emulator.declare(
        ALARM,
        properties(
            """
            {"AlarmName":"Old","Namespace":"AWS/SQS","MetricName":"Age","Statistic":"Maximum",
             "Period":"60","EvaluationPeriods":"2","Threshold":"300","ActionsEnabled":"false",
             "ComparisonOperator":"GreaterThanThreshold"}"""));

    var alarm = local.client.describeAlarms().metricAlarms().getFirst();
    assertThat(alarm.threshold()).isEqualTo(300.0);
    assertThat(alarm.evaluationPeriods()).isEqualTo(2);
    assertThat(alarm.actionsEnabled()).isFalse();
  }

  @Test
  void aDashboardIsPut() throws Exception {
    local.emulator.declare(
        "AWS::CloudWatch::Dashboard",
        properties("{\"DashboardName\":\"Rides\",\"DashboardBody\":\"{\\\"widgets\\\":[]}\"}"));

    assertThat(local.client.getDashboard(get -> get.dashboardName("Rides")).dashboardBody())
        .isEqualTo("{\"widgets\":[]}");
  }

  @Test
  void whatTheOperationRefusesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> local.emulator.declare(ALARM, properties("{\"AlarmName\":\"Old\"}")))
        .withMessage("One of the parameters MetricName and Metrics is required.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> local.emulator.declare("AWS::SNS::Topic", properties("{}")))
        .withMessageContaining("AWS::SNS::Topic");
  }

  private static ObjectNode properties(String json) throws Exception {
    return (ObjectNode) JsonMapper.builder().build().readTree(json);
  }
}
