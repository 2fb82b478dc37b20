package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and in which words; each line changes one thing of an alarm that is right. */
class PutMetricAlarmTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AlarmName':''}            | Value '' at 'alarmName' failed to satisfy constraint: Member must have length from 1 to 255",
        "{'AlarmName':null}          | The parameter AlarmName is required.",
        "{'MetricName':null}         | One of the parameters MetricName and Metrics is required.",
        "{'Statistic':null}          | One of the parameters Statistic and ExtendedStatistic is required.",
        "{'ExtendedStatistic':'p90'} | The parameters Statistic and ExtendedStatistic are mutually exclusive",
        "{'Statistic':'p90'}         | Value 'p90' at 'statistic' failed to satisfy constraint: Member must satisfy enum value set: [SampleCount,",
        "{'Period':null}             | The parameter Period is required.",
        "{'Period':61}               | Period must be 10, 20, 30 or a multiple of 60, and is 61.",
        "{'Period':1}                | Period must be 10, 20, 30 or a multiple of 60, and is 1.",
        "{'EvaluationPeriods':0}     | The value 0 for parameter EvaluationPeriods is invalid: it must be at least 1.",
        "{'EvaluationPeriods':1441}  | Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).",
        "{'Period':3600,'EvaluationPeriods':169} | Metrics cannot be checked across more than 7 days",
        "{'DatapointsToAlarm':4}     | DatapointsToAlarm is 4: it must be from 1 to EvaluationPeriods, which is 3.",
        "{'Threshold':null}          | The parameter Threshold is required.",
        "{'Threshold':'NaN'}         | The value NaN for parameter Threshold is invalid.",
        "{'ComparisonOperator':'Greater'} | Value 'Greater' at 'comparisonOperator' failed",
        "{'ComparisonOperator':'LessThanLowerThreshold'} | LessThanLowerThreshold compares with a band of expected values",
        "{'ThresholdMetricId':'ad1'} | ThresholdMetricId: this local CloudWatch has no anomaly detection",
        "{'EvaluationInterval':60}   | EvaluationInterval: this local CloudWatch has no anomaly detection and no PromQL",
        "{'TreatMissingData':'fine'} | Value 'fine' at 'treatMissingData' failed to satisfy constraint: Member must satisfy enum value set: [missing, ignore, breaching, notBreaching]",
        "{'EvaluateLowSampleCountPercentile':'no'} | Value 'no' at 'evaluateLowSampleCountPercentile' failed",
        "{'AlarmActions':['on-call']} | Invalid arn syntax: on-call",
        "{'OKActions':['arn:aws:sns:r:a:1','arn:aws:sns:r:a:2','arn:aws:sns:r:a:3','arn:aws:sns:r:a:4','arn:aws:sns:r:a:5','arn:aws:sns:r:a:6']} | The collection OKActions must not have a size greater than 5.",
        "{'Metrics':[]}              | The parameters Metrics and MetricName are mutually exclusive",
      })
  void aWrongAlarmIsRefused(String change, String message) throws Exception {
    var alarm =
        tree(
            """
            {'AlarmName':'High','Namespace':'N','MetricName':'M','Statistic':'Sum','Period':60,
             'EvaluationPeriods':3,'Threshold':1,'ComparisonOperator':'GreaterThanThreshold'}""");
    alarm.setAll(tree(change));

    assertRefused(alarm, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                            | The parameter Metrics is required.",
        "[{'Id':'a','Expression':'SEARCH(1)'}]       | an alarm cannot watch a SEARCH",
        "[{'Id':'a','Expression':'b + 1'}]             | b",
        "[M,{'Id':'a','Expression':'m + 1'}]           | Exactly one of Metrics must have ReturnData true, not 2.",
        "[{'Id':'a','Expression':'METRICS()'},H,I]     | must give a single time series for an alarm, not 2.",
      })
  void aWrongExpressionIsRefused(String metrics, String message) throws Exception {
    String stat =
        "'MetricStat':{'Stat':'Sum','Period':60,'Metric':{'Namespace':'N','MetricName':'M'}}";
    String written =
        metrics
            .replace("[M,", "[{'Id':'m',%s},".formatted(stat))
            .replace("H,", "{'Id':'h','ReturnData':false,%s},".formatted(stat))
            .replace("I]", "{'Id':'i','ReturnData':false,%s}]".formatted(stat));
    var alarm =
        tree(
            """
            {'AlarmName':'High','EvaluationPeriods':3,'Threshold':1,
             'ComparisonOperator':'GreaterThanThreshold','Metrics':%s}"""
                .formatted(written));

    assertRefused(alarm, message);
  }

  @Test
  void elevenMetricsAreTooMany() throws Exception {
    var alarm =
        tree(
            """
            {'AlarmName':'High','EvaluationPeriods':3,'Threshold':1,
             'ComparisonOperator':'GreaterThanThreshold'}""");
    var metrics = alarm.putArray("Metrics");
    for (int i = 0; i < 11; i++) {
      metrics.add(
          tree(
              """
              {'Id':'m%d','ReturnData':%s,'MetricStat':{'Stat':'Sum','Period':60,
               'Metric':{'Namespace':'N','MetricName':'M'}}}"""
                  .formatted(i, i == 0)));
    }

    assertRefused(alarm, "Metrics may have 10 metrics and 10 expressions, not 11 and 0.");
  }

  private void assertRefused(ObjectNode alarm, String message) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> local.emulator.declare("AWS::CloudWatch::Alarm", alarm))
        .withMessageContaining(message);
  }

  private static ObjectNode tree(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }
}
