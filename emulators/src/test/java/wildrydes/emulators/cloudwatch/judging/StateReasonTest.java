package wildrydes.emulators.cloudwatch.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of CloudWatch, each as seen in a notification of a real alarm. */
class StateReasonTest {
  private static final Instant NEWEST = Instant.parse("2026-11-22T18:36:00Z");

  @Test
  void oneOutOfOne() {
    var rule = rule(1, OptionalInt.of(1), MissingData.MISSING);

    assertThat(reason(rule, StateValue.ALARM, 5))
        .isEqualTo(
            "Threshold Crossed: 1 out of the last 1 datapoints [5.0 (22/11/26 18:36:00)] was greater"
                + " than the threshold (0.0) (minimum 1 datapoint for OK -> ALARM transition).");
    assertThat(reason(rule, StateValue.OK, 0))
        .isEqualTo(
            "Threshold Crossed: 1 out of the last 1 datapoints [0.0 (22/11/26 18:36:00)] was not"
                + " greater than the threshold (0.0) (minimum 1 datapoint for ALARM -> OK"
                + " transition).");
  }

  @Test
  void someOutOfMore() {
    var rule = rule(3, OptionalInt.of(2), MissingData.MISSING);

    assertThat(reason(rule, StateValue.ALARM, 5, 0, 4))
        .isEqualTo(
            "Threshold Crossed: 2 out of the last 3 datapoints [5.0 (22/11/26 18:36:00), 4.0"
                + " (22/11/26 18:34:00)] were greater than the threshold (0.0) (minimum 2 datapoints"
                + " for OK -> ALARM transition).");
    assertThat(reason(rule, StateValue.OK, 0, 0, 4))
        .endsWith(
            "were not greater than the threshold (0.0) (minimum 2 datapoints for ALARM -> OK"
                + " transition).");
  }

  @Test
  void anAlarmThatLeavesDatapointsToAlarmOutIsToldLess() {
    var rule = rule(1, OptionalInt.empty(), MissingData.MISSING);

    assertThat(reason(rule, StateValue.ALARM, 1))
        .isEqualTo(
            "Threshold Crossed: 1 datapoint [1.0 (22/11/26 18:36:00)] was greater than the threshold"
                + " (0.0).");
  }

  @Test
  void ofManyOnlyTheNewestAreNamed() {
    var rule = rule(6, OptionalInt.of(6), MissingData.MISSING);

    assertThat(reason(rule, StateValue.ALARM, 1, 2, 3, 4, 5, 6))
        .isEqualTo(
            "Threshold Crossed: 6 out of the last 6 datapoints were greater than the threshold"
                + " (0.0). The most recent datapoints which crossed the threshold: [1.0 (22/11/26"
                + " 18:36:00), 2.0 (22/11/26 18:35:00), 3.0 (22/11/26 18:34:00), 4.0 (22/11/26"
                + " 18:33:00), 5.0 (22/11/26 18:32:00)] (minimum 6 datapoints for OK -> ALARM"
                + " transition).");
  }

  @Test
  void gapsThatCounted() {
    assertThat(reason(rule(1, OptionalInt.empty(), MissingData.NOT_BREACHING), StateValue.OK))
        .isEqualTo(
            "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint"
                + " was treated as [NonBreaching].");
    assertThat(reason(rule(3, OptionalInt.empty(), MissingData.BREACHING), StateValue.ALARM, 1))
        .isEqualTo(
            "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were"
                + " treated as [Breaching].");
  }

  @Test
  void nothingKnown() {
    assertThat(
            reason(rule(1, OptionalInt.empty(), MissingData.MISSING), StateValue.INSUFFICIENT_DATA))
        .isEqualTo("Insufficient Data: 1 datapoint was unknown.");
    assertThat(
            reason(rule(3, OptionalInt.empty(), MissingData.MISSING), StateValue.INSUFFICIENT_DATA))
        .isEqualTo("Insufficient Data: 3 datapoints were unknown.");
  }

  @Test
  void forProgramsItIsJson() {
    var rule = rule(3, OptionalInt.empty(), MissingData.BREACHING);
    var data = new ReasonData(Optional.of("Sum"), Optional.of("Count"), 60);

    assertThat(
            data.of(
                rule,
                judgement(rule, StateValue.ALARM, 5, 4),
                Instant.parse("2026-11-22T18:37:02.5Z")))
        .isEqualTo(
            """
            {"version":"1.0","queryDate":"2026-11-22T18:37:02.500+0000",\
            "startDate":"2026-11-22T18:35:00.000+0000","unit":"Count","statistic":"Sum",\
            "period":60,"recentDatapoints":[4.0,5.0],"threshold":0.0,"evaluatedDatapoints":[\
            {"timestamp":"2026-11-22T18:36:00.000+0000","sampleCount":1.0,"value":5.0},\
            {"timestamp":"2026-11-22T18:35:00.000+0000","sampleCount":1.0,"value":4.0},\
            {"timestamp":"2026-11-22T18:34:00.000+0000"}]}""");
  }

  @Test
  void neitherGrowsWithTheNumberOfPeriods() {
    var rule = rule(1_440, OptionalInt.of(1_440), MissingData.MISSING);
    var values = IntStream.range(0, 1_440).mapToDouble(each -> each + 0.123456789).toArray();
    var judgement = judgement(rule, StateValue.ALARM, values);

    assertThat(StateReason.of(rule, judgement)).hasSizeLessThan(1_023);
    assertThat(new ReasonData(Optional.of("Sum"), Optional.empty(), 60).of(rule, judgement, NEWEST))
        .hasSizeLessThan(1_800);
  }

  private static Rule rule(int periods, OptionalInt toAlarm, MissingData missingData) {
    return new Rule(Comparison.GREATER, 0, periods, toAlarm, missingData, 0);
  }

  private static String reason(Rule rule, StateValue value, double... newestFirst) {
    return StateReason.of(rule, judgement(rule, value, newestFirst));
  }

  /** Minute by minute, and missing what the rule takes besides. */
  private static Judgement judgement(Rule rule, StateValue value, double... newestFirst) {
    var minutes =
        Stream.iterate(NEWEST, each -> each.minusSeconds(60))
            .limit(rule.evaluationPeriods())
            .toList();
    var evaluated =
        IntStream.range(0, newestFirst.length)
            .mapToObj(i -> new Datapoint(minutes.get(i), newestFirst[i], OptionalDouble.of(1)))
            .toList();
    return new Judgement(value, evaluated, minutes.subList(newestFirst.length, minutes.size()));
  }
}
