package wildrydes.emulators.cloudwatch.math;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function's arguments, counted from 0, each evaluated when it is asked for by its type.
 *
 * @param function its name, for errors
 */
record Arguments(String function, List<Expression> written, Evaluation evaluation) {
  int count() {
    return written.size();
  }

  /**
   * @throws ExpressionException unless there are from {@code least} to {@code most} of them
   */
  void mustNumber(int least, int most) {
    if (count() < least || count() > most) {
      throw new ExpressionException(
          "%s takes %s, not %d%s"
              .formatted(
                  function,
                  least == most ? plural(least) : "%d to %s".formatted(least, plural(most)),
                  count(),
                  count() > most
                      ? ": several time series go into an array, as in [m1, m2]."
                      : "."));
    }
  }

  Value value(int index) {
    return evaluation.of(written.get(index));
  }

  double scalar(int index) {
    if (value(index) instanceof Value.Scalar(double number)) {
      return number;
    }
    throw wrongType(index, "a Scalar");
  }

  TimeSeries series(int index) {
    if (value(index) instanceof TimeSeries series) {
      return series;
    }
    throw wrongType(index, "a TimeSeries");
  }

  Value.SeriesArray array(int index) {
    if (value(index) instanceof Value.SeriesArray array) {
      return array;
    }
    throw wrongType(index, "an Array[TimeSeries]");
  }

  /** A series or an array of them. */
  Value seriesOrArray(int index) {
    var value = value(index);
    if (value instanceof Value.Scalar) {
      throw wrongType(index, "a TimeSeries or an Array[TimeSeries]");
    }
    return value;
  }

  String text(int index) {
    if (written.get(index) instanceof Expression.Text(String text)) {
      return text;
    }
    throw new ExpressionException(
        "Argument %d of %s must be a string in quotes.".formatted(index + 1, function));
  }

  /** A word such as {@code DESC}, if the argument is one of these. */
  <T extends Enum<T>> Optional<T> word(int index, Class<T> words) {
    return written.get(index) instanceof Expression.Name(String name)
        ? Arrays.stream(words.getEnumConstants()).filter(each -> each.name().equals(name)).findAny()
        : Optional.empty();
  }

  <T extends Enum<T>> T mustBeWord(int index, Class<T> words) {
    return word(index, words)
        .orElseThrow(
            () ->
                new ExpressionException(
                    "Argument %d of %s must be one of %s."
                        .formatted(
                            index + 1,
                            function,
                            Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")))));
  }

  ExpressionException wrongType(int index, String wanted) {
    return new ExpressionException(
        "Argument %d of %s must be %s, not %s."
            .formatted(index + 1, function, wanted, value(index).type()));
  }

  private static String plural(int count) {
    return switch (count) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> count + " arguments";
    };
  }
}
