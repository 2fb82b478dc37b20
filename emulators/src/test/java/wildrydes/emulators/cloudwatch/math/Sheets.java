package wildrydes.emulators.cloudwatch.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Series written as text, one value a minute from midnight on, {@code -} where there is none:
 * {@code 1 2 - 4}. Several series are parted by a slash.
 */
final class Sheets {
  /** A Sunday, so that days and months show. */
  static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

  private final LinkedHashMap<String, Worksheet.Cell> cells = new LinkedHashMap<>();
  private final int minutes;

  Sheets(int minutes) {
    this.minutes = minutes;
  }

  Sheets metric(String id, String values) {
    cells.put(id, new Worksheet.Cell.Metric(series(id, values, 60)));
    return this;
  }

  Sheets metric(String id, String values, int period) {
    cells.put(id, new Worksheet.Cell.Metric(series(id, values, period)));
    return this;
  }

  Sheets formula(String id, String expression) {
    cells.put(id, new Worksheet.Cell.Formula(Expression.parse(expression), OptionalInt.empty()));
    return this;
  }

  /** What one more expression answers, written in the same way. */
  String answer(String expression) {
    formula("result", expression);
    return series("result").stream().map(this::text).collect(Collectors.joining(" / "));
  }

  List<TimeSeries> series(String id) {
    return new Worksheet(cells, this::search, grid(1)).answer(id);
  }

  /** Finds what is asked for, as many times: {@code 3} three series, each of ones. */
  private List<TimeSeries> search(String terms, String statistic, OptionalInt period) {
    return IntStream.range(0, Integer.parseInt(terms.strip()))
        .mapToObj(number -> series("found" + number, "1 ".repeat(minutes), period.orElseThrow()))
        .toList();
  }

  private TimeSeries series(String label, String values, int period) {
    var points = new TreeMap<Instant, Double>();
    var written = Pattern.compile("\\s+").splitAsStream(values.strip()).toList();
    for (int at = 0; at < written.size(); at++) {
      if (!written.get(at).equals("-")) {
        points.put(MIDNIGHT.plusSeconds((long) at * period), Double.valueOf(written.get(at)));
      }
    }
    return new TimeSeries(label, Map.of(), grid(period), points);
  }

  private TimeGrid grid(int period) {
    return TimeGrid.of(MIDNIGHT, MIDNIGHT.plusSeconds(60L * minutes), period);
  }

  private String text(TimeSeries series) {
    return series
        .grid()
        .times()
        .map(time -> series.points().containsKey(time) ? text(series.points().get(time)) : "-")
        .collect(Collectors.joining(" "));
  }

  private static String text(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
