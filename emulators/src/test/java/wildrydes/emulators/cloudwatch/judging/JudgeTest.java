package wildrydes.emulators.cloudwatch.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In these tables a period is {@code X} when it breaches, {@code 0} when it does not and {@code -}
 * when it has no data; the last is the newest. {@code keep} leaves the state as it is.
 */
class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:30Z");
  private static final int MINUTE = 60;
  private static final String KEEP = "keep";

  /** The tables of CloudWatch's guide, whose evaluation range for 3 periods is 5. */
  @ParameterizedTest
  @CsvSource({
    "3, 0 - X - X, OK,                OK,    OK,    OK",
    "3, 0 - - - -, OK,                OK,    OK,    OK",
    "3, - - - - -, INSUFFICIENT_DATA, keep,  ALARM, OK",
    "3, 0 X X - X, ALARM,             ALARM, ALARM, ALARM",
    "3, - - X - -, ALARM,             keep,  ALARM, OK",
    "3, - - - - X, INSUFFICIENT_DATA, keep,  ALARM, OK",
    "3, - - - X -, INSUFFICIENT_DATA, keep,  ALARM, OK",
    "3, X - - - -, ALARM,             keep,  ALARM, OK",
    "2, 0 - X - X, ALARM,             ALARM, ALARM, ALARM",
    "2, 0 0 X 0 X, ALARM,             ALARM, ALARM, ALARM",
    "2, 0 - X - -, OK,                OK,    ALARM, OK",
    "2, - - - - 0, OK,                OK,    ALARM, OK",
    "2, - - - - X, INSUFFICIENT_DATA, keep,  ALARM, OK",
    "2, - - - X -, ALARM,             keep,  ALARM, OK",
  })
  void missingDataCountsAsTheGuideSays(
      int toAlarm,
      String periods,
      String missing,
      String ignore,
      String breaching,
      String notBreaching) {
    assertThat(
            List.of(
                judged(toAlarm, MissingData.MISSING, periods),
                judged(toAlarm, MissingData.IGNORE, periods),
                judged(toAlarm, MissingData.BREACHING, periods),
                judged(toAlarm, MissingData.NOT_BREACHING, periods)))
        .containsExactly(missing, ignore, breaching, notBreaching);
  }

  /** As on the guide's figure: an alarm of 3 out of 3 that sees one value after another. */
  @ParameterizedTest
  @CsvSource({
    "0 0 X X X, ALARM",
    "0 X X X X, ALARM",
    "X X X X 0, OK",
    "X 0 0 0 X, OK",
    "X X 0 X X, OK",
  })
  void withoutGapsOnlyTheNewestCount(String periods, String state) {
    assertThat(judged(3, MissingData.MISSING, periods)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER,          5.0, OK",
    "GREATER,          5.1, ALARM",
    "GREATER_OR_EQUAL, 4.9, OK",
    "GREATER_OR_EQUAL, 5.0, ALARM",
    "LESS,             5.0, OK",
    "LESS,             4.9, ALARM",
    "LESS_OR_EQUAL,    5.1, OK",
    "LESS_OR_EQUAL,    5.0, ALARM",
  })
  void aValueIsHeldAgainstTheThreshold(Comparison comparison, double value, String state) {
    var rule = new Rule(comparison, 5, 1, OptionalInt.empty(), MissingData.MISSING, 0);
    var range = EvaluationRange.at(NOW, MINUTE, 1);

    var judgement = new Judge(rule, range).judge(List.of(datapoint("11:59", value, 1)));

    assertThat(said(judgement)).isEqualTo(state);
  }

  @Test
  void aPeriodCountsOnceItIsComplete() {
    var rule = new Rule(Comparison.GREATER, 0, 1, OptionalInt.empty(), MissingData.MISSING, 0);
    var now = datapoint("12:00", 1, 1);

    var before =
        new Judge(rule, EvaluationRange.at(Instant.parse("2026-03-01T12:00:59Z"), MINUTE, 1));
    var after =
        new Judge(rule, EvaluationRange.at(Instant.parse("2026-03-01T12:01:00Z"), MINUTE, 1));

    assertThat(said(before.judge(List.of(now)))).isEqualTo("INSUFFICIENT_DATA");
    assertThat(said(after.judge(List.of(now)))).isEqualTo("ALARM");
  }

  @Test
  void whatIsOlderThanTheRangeIsForgotten() {
    var rule = new Rule(Comparison.GREATER, 0, 1, OptionalInt.empty(), MissingData.MISSING, 0);
    var judge = new Judge(rule, EvaluationRange.at(NOW, MINUTE, 1));

    assertThat(said(judge.judge(List.of(datapoint("11:57", 1, 1))))).isEqualTo("ALARM");
    assertThat(said(judge.judge(List.of(datapoint("11:56", 1, 1))))).isEqualTo("INSUFFICIENT_DATA");
  }

  @Test
  void periodsStartAtMultiplesOfTheirLength() {
    var range = EvaluationRange.at(Instant.parse("2026-03-01T12:07:11Z"), 300, 2);

    assertThat(range.start()).isEqualTo("2026-03-01T11:45:00Z");
    assertThat(range.end()).isEqualTo("2026-03-01T12:05:00Z");
    assertThat(range.newestFirst()).hasSize(4).startsWith(Instant.parse("2026-03-01T12:00:00Z"));
  }

  /** A p99 says little about fewer than 10/(1-0.99) samples, a p10 about fewer than 10/0.1. */
  @ParameterizedTest
  @CsvSource({"99, 1001, ALARM", "99, 999, keep", "10, 100, ALARM", "10, 99, keep"})
  void tooFewSamplesForAPercentileLeaveTheState(double percent, double samples, String state) {
    var rule =
        new Rule(
            Comparison.GREATER,
            0,
            1,
            OptionalInt.empty(),
            MissingData.BREACHING,
            Rule.fewestSamples(percent));
    var judge = new Judge(rule, EvaluationRange.at(NOW, MINUTE, 1));

    assertThat(said(judge.judge(List.of(datapoint("11:59", 1, samples))))).isEqualTo(state);
  }

  private static String judged(int toAlarm, MissingData missingData, String periods) {
    var rule = new Rule(Comparison.GREATER, 0, 3, OptionalInt.of(toAlarm), missingData, 0);
    var range = EvaluationRange.at(NOW, MINUTE, 3);
    var datapoints = new ArrayList<Datapoint>();
    var symbols = List.of(periods.split(" ")).reversed();
    for (int age = 0; age < symbols.size(); age++) {
      var period = Instant.ofEpochSecond(range.newest() - (long) age * MINUTE);
      switch (symbols.get(age)) {
        case "X" -> datapoints.add(new Datapoint(period, 1, OptionalDouble.of(1)));
        case "0" -> datapoints.add(new Datapoint(period, 0, OptionalDouble.of(1)));
        default -> {}
      }
    }
    return said(new Judge(rule, range).judge(datapoints));
  }

  private static String said(Optional<Judgement> judgement) {
    return judgement.map(each -> each.value().name()).orElse(KEEP);
  }

  private static Datapoint datapoint(String minute, double value, double samples) {
    return new Datapoint(
        Instant.parse("2026-03-01T%s:00Z".formatted(minute)), value, OptionalDouble.of(samples));
  }
}
