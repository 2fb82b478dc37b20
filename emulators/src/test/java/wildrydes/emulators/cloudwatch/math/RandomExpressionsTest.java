package wildrydes.emulators.cloudwatch.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random expressions against a reference that knows neither parser nor operators: each expression
 * is made together with its answer, an array in which what is absent is not a number.
 */
class RandomExpressionsTest {
  private static final long SEED = 20_260_302;
  private static final int MINUTES = 12;

  private final Random random = new Random(SEED);

  /** An expression and what it is worth, minute by minute. */
  private static final class Case {
    private final String text;
    private final double[] answer;

    private Case(String text, double[] answer) {
      this.text = text;
      this.answer = answer;
    }
  }

  @Test
  void anExpressionIsWorthWhatItsPartsAre() {
    for (int round = 0; round < 500; round++) {
      var sheets = new Sheets(MINUTES);
      var metrics = new Case[4];
      for (int number = 0; number < metrics.length; number++) {
        metrics[number] = metric("m" + number);
        sheets.metric(metrics[number].text, written(metrics[number].answer));
      }
      var made = expression(metrics, 4);

      sheets.formula("e", made.text);

      var points = sheets.series("e").getFirst().points();
      for (int minute = 0; minute < MINUTES; minute++) {
        double expected = made.answer[minute];
        Double found = points.get(Sheets.MIDNIGHT.plusSeconds(60L * minute));
        if (Double.isFinite(expected)) {
          assertThat(found)
              .as("%s, minute %d, seed %d, round %d", made.text, minute, SEED, round)
              .isNotNull()
              .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        } else {
          assertThat(found).as("%s, minute %d", made.text, minute).isNull();
        }
      }
    }
  }

  private Case metric(String id) {
    double[] values =
        random.doubles(MINUTES).map(each -> each < 0.25 ? Double.NaN : each * 20 - 10).toArray();
    return new Case(id, Arrays.stream(values).map(each -> Math.round(each * 8) / 8.0).toArray());
  }

  private static String written(double[] values) {
    return Arrays.stream(values)
        .mapToObj(each -> Double.isNaN(each) ? "-" : String.valueOf(each))
        .collect(Collectors.joining(" "));
  }

  private Case expression(Case[] metrics, int depth) {
    if (depth == 0) {
      return metrics[random.nextInt(metrics.length)];
    }
    var one = expression(metrics, depth - 1);
    return switch (random.nextInt(10)) {
      case 0 -> both(one, expression(metrics, depth - 1), "+", Double::sum);
      case 1 -> both(one, expression(metrics, depth - 1), "-", (a, b) -> a - b);
      case 2 -> both(one, expression(metrics, depth - 1), "*", (a, b) -> a * b);
      case 3 -> both(one, expression(metrics, depth - 1), "/", (a, b) -> a / b);
      case 4 -> both(one, expression(metrics, depth - 1), "<", (a, b) -> a < b ? 1 : 0);
      case 5 ->
          new Case(
              "FILL(%s, 2.5)".formatted(one.text),
              Arrays.stream(one.answer).map(each -> Double.isFinite(each) ? each : 2.5).toArray());
      case 6 ->
          new Case(
              "(3 * %s - 1)".formatted(one.text),
              Arrays.stream(one.answer).map(each -> 3 * each - 1).toArray());
      case 7 ->
          new Case(
              "(%1$s - AVG(%1$s))".formatted(one.text),
              Arrays.stream(one.answer).map(each -> each - average(one.answer)).toArray());
      case 8 -> chosen(one, expression(metrics, depth - 1));
      default ->
          new Case(
              "-ABS(%s)".formatted(one.text),
              Arrays.stream(one.answer).map(each -> -Math.abs(each)).toArray());
    };
  }

  private static Case both(Case one, Case other, String sign, DoubleBinaryOperator operator) {
    var answer = new double[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      double left = one.answer[minute];
      double right = other.answer[minute];
      answer[minute] =
          Double.isFinite(left) || Double.isFinite(right)
              ? operator.applyAsDouble(orZero(left), orZero(right))
              : Double.NaN;
    }
    return new Case("(%s %s %s)".formatted(one.text, sign, other.text), answer);
  }

  private static Case chosen(Case condition, Case then) {
    var answer = new double[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      double holds = condition.answer[minute];
      answer[minute] =
          Double.isFinite(holds) && holds > 0 ? orZero(then.answer[minute]) : Double.NaN;
    }
    return new Case("IF(%s > 0, %s)".formatted(condition.text, then.text), answer);
  }

  private static double orZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private static double average(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
