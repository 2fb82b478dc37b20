package wildrydes.emulators.cloudwatch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked in one protocol is answered alike in the others. */
class ProtocolsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One request a line; what is put first is asked for afterwards. */
  private static final String REQUESTS =
      """
      PutMetricData {"Namespace":"N","MetricData":[{"MetricName":"M","Value":2.5,"Timestamp":1772366400.25,"StorageResolution":1,"Unit":"Count","Dimensions":[{"Name":"A&B","Value":"x <y> \\"é\\" +%"}]}]}
      PutMetricData {"Namespace":"N","MetricData":[{"MetricName":"M","Values":[1,2,3],"Counts":[1,2,1]},{"MetricName":"Q","StatisticValues":{"SampleCount":2,"Sum":6,"Minimum":1,"Maximum":5}}]}
      PutMetricData {"Namespace":"N","MetricData":[{"MetricName":"M","Value":"NaN"}]}
      PutMetricData {"MetricData":[]}
      ListMetrics {}
      ListMetrics {"Namespace":"N","MetricName":"M","Dimensions":[{"Name":"A&B"}],"RecentlyActive":"PT3H"}
      ListMetrics {"NextToken":"?"}
      GetMetricStatistics {"Namespace":"N","MetricName":"M","StartTime":1772366400,"EndTime":1772366460,"Period":60,"Statistics":["Sum","Average"]}
      GetMetricStatistics {"Namespace":"N","MetricName":"M","StartTime":1772366400,"EndTime":1772366460,"Period":60,"ExtendedStatistics":["p50","p99.9"]}
      GetMetricStatistics {"Namespace":"N","MetricName":"M","StartTime":1772366400,"EndTime":1772366460,"Period":7,"Statistics":["Sum"]}
      GetMetricData {"StartTime":1772366400,"EndTime":1772366460,"ScanBy":"TimestampAscending","MetricDataQueries":[{"Id":"a","ReturnData":false,"MetricStat":{"Stat":"Sum","Period":60,"Metric":{"Namespace":"N","MetricName":"M"}}},{"Id":"b","Expression":"a * 2","Label":"Twice"}]}
      GetMetricData {"StartTime":1772366400,"EndTime":1772366460,"MetricDataQueries":[]}
      PutMetricAlarm {"AlarmName":"High","AlarmDescription":"1 < 2 & so on","ActionsEnabled":true,"AlarmActions":["arn:aws:sns:us-west-2:000000000000:T"],"Namespace":"N","MetricName":"M","Dimensions":[],"Statistic":"Sum","Period":60,"Unit":"Count","EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":-1.5e3,"ComparisonOperator":"LessThanThreshold","TreatMissingData":"breaching"}
      PutMetricAlarm {"AlarmName":"Rate","EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold","Metrics":[{"Id":"a","ReturnData":false,"MetricStat":{"Stat":"p90","Period":60,"Metric":{"Namespace":"N","MetricName":"M","Dimensions":[{"Name":"D","Value":"V"}]}}},{"Id":"b","Expression":"a / 2"}]}
      PutMetricAlarm {"AlarmName":"Late","Namespace":"N","MetricName":"M","ExtendedStatistic":"p99","Period":60,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold","EvaluateLowSampleCountPercentile":"ignore"}
      PutMetricAlarm {"AlarmName":"Bad","Namespace":"N","MetricName":"M","Statistic":"Sum","Period":61,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold"}
      PutMetricAlarm {"AlarmName":"Bad","Namespace":"N","MetricName":"M","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanUpperThreshold"}
      DescribeAlarms {}
      DescribeAlarms {"MaxRecords":1}
      DescribeAlarms {"AlarmNames":["High","Nobody"],"StateValue":"INSUFFICIENT_DATA","AlarmTypes":["MetricAlarm"]}
      DescribeAlarms {"StateValue":"Fine"}
      DescribeAlarmsForMetric {"Namespace":"N","MetricName":"M"}
      SetAlarmState {"AlarmName":"High","StateValue":"ALARM","StateReason":"drill","StateReasonData":"{\\"by\\":\\"hand\\"}"}
      SetAlarmState {"AlarmName":"Nobody","StateValue":"ALARM","StateReason":"drill"}
      DisableAlarmActions {"AlarmNames":["High"]}
      EnableAlarmActions {"AlarmNames":["High"]}
      DescribeAlarmHistory {"AlarmName":"High","StartDate":1772366400,"EndDate":1772366500,"ScanBy":"TimestampAscending"}
      DeleteAlarms {"AlarmNames":["High","Nobody"]}
      DescribeAlarms {"AlarmNamePrefix":"High"}
      PutDashboard {"DashboardName":"Board","DashboardBody":"{\\"widgets\\":[{\\"type\\":\\"text\\",\\"colour\\":1,\\"properties\\":{\\"markdown\\":\\"# Hé <b>\\"}}]}"}
      PutDashboard {"DashboardName":"Board","DashboardBody":"{\\"widgets\\":{}}"}
      PutDashboard {"DashboardName":"no spaces","DashboardBody":"{}"}
      GetDashboard {"DashboardName":"Board"}
      GetDashboard {"DashboardName":"Nobody"}
      ListDashboards {}
      ListDashboards {"DashboardNamePrefix":"X"}
      DeleteDashboards {"DashboardNames":["Board"]}
      DeleteDashboards {"DashboardNames":["Board"]}
      PutCompositeAlarm {"AlarmName":"Both","AlarmRule":"TRUE"}
      """;

  private final Map<WireForm, CloudWatchEmulator> emulators = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void startOneForEach() throws Exception {
    for (WireForm form : WireForm.values()) {
      emulators.put(form, CloudWatchEmulator.start(0, new SettableClock(NOON), Duration.ofDays(1)));
    }
  }

  @AfterEach
  void stop() {
    emulators.values().forEach(CloudWatchEmulator::close);
    http.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyOperationIsAnsweredAlike(boolean zipped) throws Exception {
    var operations = new TreeSet<String>();
    for (String line : REQUESTS.lines().toList()) {
      var expected = said(WireForm.JSON, line, zipped);

      assertThat(said(WireForm.CBOR, line, zipped)).as(line).isEqualTo(expected);
      assertThat(said(WireForm.QUERY, line, zipped)).as(line).isEqualTo(expected);
      operations.add(operation(line));
    }
    assertThat(operations).containsAll(emulator(WireForm.JSON).operations());
  }

  @Test
  void aQueryIsAlsoTakenFromTheAddress() throws Exception {
    var endpoint = emulator(WireForm.QUERY).endpoint();

    var answer =
        send(
            HttpRequest.newBuilder(
                    endpoint.resolve("/?Action=DescribeAlarms&Version=2010-08-01&MaxRecords=5"))
                .build());

    assertThat(answer)
        .startsWith(
            "<DescribeAlarmsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                + "<DescribeAlarmsResult><CompositeAlarms></CompositeAlarms>"
                + "<MetricAlarms></MetricAlarms></DescribeAlarmsResult><ResponseMetadata>"
                + "<RequestId>");
  }

  @Test
  void anErrorIsTheXmlThatOldClientsRead() throws Exception {
    assertThat(form("Action=DeleteAlarms"))
        .startsWith(
            "<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><Error>"
                + "<Type>Sender</Type><Code>MissingParameter</Code>"
                + "<Message>The parameter AlarmNames is required.</Message></Error><RequestId>");
  }

  @Test
  void whatIsNoSuchFormIsRefused() throws Exception {
    assertThat(form("Version=2010-08-01")).contains("<Code>MissingAction</Code>");
    assertThat(form("Action=ListMetrics&Version=2009-05-15"))
        .contains("<Code>InvalidAction</Code>", "the version is 2010-08-01");
    assertThat(form("Action=ListMetrics&Namespace=%zz")).contains("not a URL-encoded form");
    assertThat(form("Action=ListMetrics&Namespace=A&Namespace=B")).contains("given twice");
    assertThat(form("Action=ListMetrics&Namespace=A&Namespace.x=B"))
        .contains("has a value and members");
    assertThat(form("Action=ListMetrics&Dimensions.member.x.Name=B")).contains("are numbered");
    assertThat(form("Action=ListMetrics&a" + ".a".repeat(100_000))).contains("too deeply");
    assertThat(form("Action=DescribeAlarms&MaxRecords=many")).contains("must be an integer");
    assertThat(form("Action=DescribeAlarmHistory&StartDate=noon")).contains("must be a time");
  }

  @Test
  void membersAreTakenInTheOrderOfTheirNumbers() throws Exception {
    var answer =
        form(
            "Action=GetMetricStatistics&Statistics.member.10=Ten&Statistics.member.9=Nine"
                + "&Namespace=N&MetricName=M&Period=60&StartTime=2026-03-01T12:00:00Z&EndTime=2026-03-02");

    assertThat(answer).contains("The value Nine for parameter Statistics");
  }

  private Map<String, String> said(WireForm form, String line, boolean zipped) throws Exception {
    String operation = operation(line);
    var parameters = JSON.readTree(line.substring(operation.length()));
    var request = form.request(emulator(form).endpoint(), operation, parameters, zipped);
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    var said = form.leaves(operation, answer);
    said.put("status", String.valueOf(answer.statusCode()));
    return said;
  }

  private CloudWatchEmulator emulator(WireForm form) {
    return requireNonNull(emulators.get(form));
  }

  private static String operation(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private String form(String body) throws Exception {
    return send(
        HttpRequest.newBuilder(emulator(WireForm.QUERY).endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
