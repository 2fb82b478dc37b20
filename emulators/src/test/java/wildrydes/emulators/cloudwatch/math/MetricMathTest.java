package wildrydes.emulators.cloudwatch.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line a case: the expression, and what it answers for each of five minutes. */
class MetricMathTest {
  private final Sheets sheets =
      new Sheets(5)
          .metric("m1", "1 2 3 4 5")
          .metric("m2", "10 - 30 0 50")
          .metric("gaps", "- 4 - - 10")
          .metric("none", "- - - - -")
          .metric("minus", "-1.5 1.5 0 -3 2")
          .formula("e1", "m1 * 10");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "m1 + 1              => 2 3 4 5 6",
        "1 - m1              => 0 -1 -2 -3 -4",
        "m1 * 2 + 1          => 3 5 7 9 11",
        "1 + m1 * 2          => 3 5 7 9 11",
        "(1 + m1) * 2        => 4 6 8 10 12",
        "10 - m1 - 1         => 8 7 6 5 4",
        "2 ^ 3 ^ (m1 / m1)   => 8 8 8 8 8",
        "(2 ^ 3) ^ (m1 / 3)  => 2 4 8 16 32",
        "-m1 ^ 2             => -1 -4 -9 -16 -25",
        "2 ^ -m1             => 0.5 0.25 0.125 0.0625 0.03125",
        "--m1                => 1 2 3 4 5",
        "5*m1/2              => 2.5 5 7.5 10 12.5",
        "1.5e1 + .5 + m1     => 16.5 17.5 18.5 19.5 20.5",
        "m1 / m2             => 0.1 - 0.1 - 0.1",
        "m1 + m2             => 11 2 33 4 55",
        "m1 - gaps           => 1 -2 3 4 -5",
        "m2 * gaps           => 0 0 0 0 500",
        "none + none         => - - - - -",
        "m1 + none           => 1 2 3 4 5",
        "100 * (1 - m2 / e1) => 0 100 0 100 0",
        "e1                  => 10 20 30 40 50",
        "[m1, m2] / m1       => 1 1 1 1 1 / 10 0 10 0 10",
        "m1 - [m1, m2]       => 0 0 0 0 0 / -9 2 -27 4 -45",
        "-[m1, gaps]         => -1 -2 -3 -4 -5 / - -4 - - -10",
        "100 / [m1, m2]      => 100 50 33.3333 25 20 / 10 - 3.33333 - 2",
        "[[m1], [m2, gaps]]  => 1 2 3 4 5 / 10 - 30 0 50 / - 4 - - 10",
      })
  void arithmetic(String expression, String answer) {
    assertThat(sheets.answer(expression)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "m1 > 2                    => 0 0 1 1 1",
        "m1 >= 2                   => 0 1 1 1 1",
        "m1 < 2                    => 1 0 0 0 0",
        "2 <= m1                   => 0 1 1 1 1",
        "m1 == 3                   => 0 0 1 0 0",
        "m1 != 3                   => 1 1 0 1 1",
        "m2 < m1                   => 0 1 0 1 0",
        "gaps > 1                  => - 1 - - 1",
        "m1 > 1 AND m1 < 5         => 0 1 1 1 0",
        "m1 > 1 && m1 < 5          => 0 1 1 1 0",
        "m1 < 2 OR m1 > 4          => 1 0 0 0 1",
        "m1 < 2 || m1 > 2 && m2 == 0 => 1 0 0 1 0",
        "!(m1 < 2)                 => 0 1 1 1 1",
        "m1 + 1 > 3 == (m1 > 2)    => 1 1 1 1 1",
        "m1 * (m1 > 2)             => 0 0 3 4 5",
        "m1 * (3 > 2)              => 1 2 3 4 5",
      })
  void comparisonAndLogic(String expression, String answer) {
    assertThat(sheets.answer(expression)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "m1 - AVG(m1)                  => -2 -1 0 1 2",
        "m1 * 0 + AVG(gaps)            => 7 7 7 7 7",
        "m1 * 0 + SUM(m2)              => 90 90 90 90 90",
        "m1 * 0 + MIN(m2)              => 0 0 0 0 0",
        "m1 * 0 + MAX(m2)              => 50 50 50 50 50",
        "m1 * 0 + STDDEV(m1)           => 1.41421 1.41421 1.41421 1.41421 1.41421",
        "m1 * 0 + DATAPOINT_COUNT(m2)  => 4 4 4 4 4",
        "m1 + SUM(none)                => 1 2 3 4 5",
        "m1 + AVG(none)                => - - - - -",
        "AVG([m1, m2])                 => 5.5 1 16.5 2 27.5",
        "SUM([m1, m2, gaps])           => 11 6 33 4 65",
        "MIN([m1, m2])                 => 1 2 3 0 5",
        "MAX([m1, m2])                 => 10 2 30 4 50",
        "STDDEV([m1, m2])              => 4.5 0 13.5 2 22.5",
        "DATAPOINT_COUNT([m2, gaps])   => 1 1 1 1 2",
        "SUM([none, none])             => - - - - -",
        "SUM(METRICS('xyz'))           => - - - - -",
        "SUM(METRICS('m'))             => 9.5 3.5 33 1 57",
        "METRICS(\"m2\")               => 10 - 30 0 50",
        "MAX([METRICS('m1'), METRICS('m2')]) => 10 2 30 4 50",
        "m1 * METRIC_COUNT(METRICS())  => 5 10 15 20 25",
        "m1 * PERIOD(m2)               => 60 120 180 240 300",
        "SUM(SEARCH(' 3 ', 'Sum', 60)) => 3 3 3 3 3",
        "m1 * METRIC_COUNT(SEARCH('4', 'Sum')) => 4 8 12 16 20",
      })
  void reductionsAndCounts(String expression, String answer) {
    assertThat(sheets.answer(expression)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "ABS(minus)          => 1.5 1.5 0 3 2",
        "CEIL(minus)         => -1 2 0 -3 2",
        "FLOOR(minus)        => -2 1 0 -3 2",
        "LOG(minus + 3)      => 0.405465 1.50408 1.09861 - 1.60944",
        "LOG10(m2)           => 1 - 1.47712 - 1.69897",
        "LOG10(minus)        => - 0.176091 - - 0.30103",
        "ABS([minus, m1])    => 1.5 1.5 0 3 2 / 1 2 3 4 5",
        "DIFF(m2)            => - - 20 -30 50",
        "DIFF_TIME(m2)       => - - 120 60 60",
        "RATE(m2 * 60)       => - - 10 -30 50",
        "RUNNING_SUM(m2)     => 10 - 40 40 90",
        "DIFF([m1, gaps])    => - 1 1 1 1 / - - - - 6",
        "FILL(gaps, 0)       => 0 4 0 0 10",
        "FILL(gaps, MAX(m1)) => 5 4 5 5 10",
        "FILL(gaps, m1)      => 1 4 3 4 10",
        "FILL(gaps, m2)      => 10 4 30 0 10",
        "FILL(gaps, REPEAT)  => - 4 4 4 10",
        "FILL(gaps, LINEAR)  => - 4 6 8 10",
        "FILL(none, 7)       => 7 7 7 7 7",
        "FILL([gaps, m2], 0) => 0 4 0 0 10 / 10 0 30 0 50",
        "TIME_SERIES(3)      => 3 3 3 3 3",
        "TIME_SERIES(MAX(m1)) - m1 => 4 3 2 1 0",
        "MINUTE(gaps)        => 0 1 2 3 4",
        "HOUR(m1) + 24       => 24 24 24 24 24",
        "DAY(none)           => 7 7 7 7 7",
        "DATE(m1)            => 1 1 1 1 1",
        "MONTH(m1)           => 3 3 3 3 3",
        "YEAR(m1)            => 2026 2026 2026 2026 2026",
        "EPOCH(m1) - 1772323200 => 0 60 120 180 240",
      })
  void functionsOverTime(String expression, String answer) {
    assertThat(sheets.answer(expression)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "SORT(METRICS(), SUM, DESC, 2)           => 10 - 30 0 50 / 1 2 3 4 5",
        "SORT([m2, m1, none], MIN, DESC)         => 1 2 3 4 5 / 10 - 30 0 50 / - - - - -",
        "SORT([m2, m1, none], MAX, ASC, 1)       => 1 2 3 4 5",
        "SLICE([m1, m2, gaps], 1)                => 10 - 30 0 50 / - 4 - - 10",
        "SLICE([m1, m2, gaps], 1, 2)             => 10 - 30 0 50",
        "SLICE([m1, m2, gaps], 2, 99)            => - 4 - - 10",
        "FIRST(SORT([m1, m2], AVG, DESC))        => 10 - 30 0 50",
        "LAST([m1, m2])                          => 10 - 30 0 50",
        "FIRST(METRICS('xyz'))                   => - - - - -",
        "REMOVE_EMPTY([m1, none])                => 1 2 3 4 5",
        "IF(FIRST(SORT(METRICS(), AVG, DESC)) > 20, 1, 0) => 0 - 1 0 1",
        "IF(m1 > 2, m1)                          => - - 3 4 5",
        "IF(m1 < 3, 10, 2)                       => 10 10 2 2 2",
        "IF(m1 > 2, m2, -1)                      => -1 -1 30 0 50",
        "IF(AVG(m1) > 2, m1, m2)                 => 1 2 3 4 5",
        "IF(AVG(m1) > 3, m1, m2)                 => 10 - 30 0 50",
        "IF(AVG(m1) > 3, m1)                     => - - - - -",
        "IF(DAY(m1) == 7 AND MINUTE(m1) >= 2, m1) => - - 3 4 5",
      })
  void choices(String expression, String answer) {
    assertThat(sheets.answer(expression)).isEqualTo(answer);
  }

  /** The tables in "Comparison and logical operators" and "Using IF expressions". */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "metric1 < metric2                => 0 0 1 0",
        "metric1 >= 30                    => 1 0 0 0",
        "metric1 > 15 AND metric2 > 15    => 1 0 0 0",
        "IF(c1, c2, c3)                   => 30 0 20 -",
        "IF(c1, 5, c3)                    => 5 5 20 -",
        "IF(c1, c2, 5)                    => 30 0 5 5",
      })
  void theUserGuidesOwnExamples(String expression, String answer) {
    var guide =
        new Sheets(4)
            .metric("metric1", "30 20 0 0")
            .metric("metric2", "20 - 20 -")
            .metric("c1", "1 1 0 0")
            .metric("c2", "30 - 0 0")
            .metric("c3", "0 0 20 -");

    assertThat(guide.answer(expression)).isEqualTo(answer);
  }

  @Test
  void anAbsentConditionLeavesNothing() {
    var guide = new Sheets(2).metric("c1", "0 -").metric("c2", "0 30").metric("c3", "20 20");

    assertThat(guide.answer("IF(c1, c2, c3)")).isEqualTo("20 -");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "m9 + 1            => Unknown id 'm9'",
        "FOO(m1)           => Unknown function 'FOO': there are ABS, AVG, CEIL,",
        "avg(m1)           => Unknown function 'avg'",
        "m1 +              => Invalid syntax: a value expected at character 5, found 'the end'",
        "m1 m2             => an operator or the end expected at character 4, found 'm2'",
        "(m1               => ')' expected",
        "[m1 m2]           => ',' or ']' expected",
        "m1 $ 2            => Unexpected '$' at character 4",
        "'m1               => Unexpected ''' at character 1",
        "'m1'              => The string 'm1' is no value",
        "AVG(m1)           => must be a time series or an array of time series, not a number",
        "1 + 2             => must be a time series",
        "[m1] + [m2]       => Unsupported operand type(s) for +: '[Array[TimeSeries], Array[TimeSeries]]'",
        "METRICS() > 3     => Unsupported operand type(s) for >: '[Array[TimeSeries], Scalar]'",
        "m1 AND [m2]       => Unsupported operand type(s) for &&: '[TimeSeries, Array[TimeSeries]]'",
        "![m1]             => Unsupported operand type for !",
        "[m1, 3]           => An array holds time series, not numbers",
        "SUM(3)            => Argument 1 of SUM must be a TimeSeries or an Array[TimeSeries], not Scalar",
        "SUM(m1, m2)       => SUM takes 1 argument, not 2: several time series go into an array",
        "ABS()             => ABS takes 1 argument, not 0.",
        "IF(m1)            => IF takes 2 to 3 arguments, not 1.",
        "IF(METRICS(), 1, 0) => Argument 1 of IF must be a TimeSeries or a Scalar",
        "IF(1, 2, m1)      => Argument 2 of IF must be a TimeSeries, as its condition is a Scalar",
        "METRIC_COUNT(m1)  => Argument 1 of METRIC_COUNT must be an Array[TimeSeries], not TimeSeries",
        "MINUTE(METRICS()) => Argument 1 of MINUTE must be a TimeSeries",
        "FILL(m1, NEXT)    => Unknown id 'NEXT'",
        "FILL(m1, [m2])    => Argument 2 of FILL must be a Scalar, a TimeSeries, REPEAT or LINEAR",
        "SORT(METRICS(), MEDIAN, ASC) => Argument 2 of SORT must be one of AVG, MIN, MAX, SUM.",
        "SORT(METRICS(), MAX, UP)     => Argument 3 of SORT must be one of ASC, DESC.",
        "METRICS(m1)       => Argument 1 of METRICS must be a string in quotes",
        "PERIOD(e1)        => PERIOD takes the Id of a metric, not an expression",
        "m1 + slow         => mixes time series with periods of 60 and 300 seconds",
        "SUM([m1, slow])   => mixes time series with periods of 60 and 300 seconds",
        "IF(m1, slow)      => mixes time series with periods of 60 and 300 seconds",
        "self + 1          => It refers to itself",
        "ANOMALY_DETECTION_BAND(m1, 2) => ANOMALY_DETECTION_BAND is not implemented",
        "INSIGHT_RULE_METRIC('r', 'Sum') => INSIGHT_RULE_METRIC is not implemented",
        "SERVICE_QUOTA(m1) => SERVICE_QUOTA is not implemented",
        "LAMBDA('f')       => LAMBDA is not implemented",
        "DB_PERF_INSIGHTS('RDS') => DB_PERF_INSIGHTS is not implemented",
        "SELECT MAX(x) FROM y => Metrics Insights queries are not implemented",
      })
  void whatCannotBeWorkedOutIsRefused(String expression, String message) {
    sheets.metric("slow", "1", 300).formula("self", "other * 2").formula("other", "self");

    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> sheets.answer(expression))
        .withMessageContaining(message);
  }

  @Test
  void anExpressionThatIsNestedWithoutEndIsRefused() {
    assertRefused("(".repeat(1_000) + "m1", "nested more than 100 deep");
    assertRefused("-".repeat(2_000) + "m1", "nested more than 100 deep");
    assertRefused("[".repeat(1_000), "nested more than 100 deep");
  }

  @Test
  void anArrayOfArraysOfArraysIsRefusedBeforeItFillsTheMemory() {
    sheets.formula("a0", "[m1, m2]");
    for (int i = 1; i < 40; i++) {
      sheets.formula("a" + i, "[a%1$d, a%1$d]".formatted(i - 1));
    }

    assertRefused("a39", "An array holds 512 time series, more than 500");
  }

  @Test
  void aSeriesOfEveryMomentIsRefused() {
    var days = new Sheets(60 * 24 * 100).metric("m1", "1 2 3", 60);

    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> days.answer("FILL(m1, 0)"))
        .withMessageContaining("144000 data points is asked for, more than 100800");
  }

  private void assertRefused(String expression, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> sheets.answer(expression))
        .withMessageContaining(message);
  }
}
