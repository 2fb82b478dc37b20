package wildrydes.emulators.cloudwatch.math;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Metrics and the expressions over them, which name each other by Id. Each is evaluated at most
 * once, in whatever order they need each other.
 */
public final class Worksheet {
  /** What stands under an Id. */
  public sealed interface Cell {
    record Metric(TimeSeries series) implements Cell {}

    /**
     * An expression over other cells.
     *
     * @param period in seconds, for what has no period by itself: TIME_SERIES and SEARCH
     */
    record Formula(Expression expression, OptionalInt period) implements Cell {}
  }

  /** Finds metrics by a search expression. */
  @FunctionalInterface
  public interface Search {
    /**
     * The metrics, each as a series labelled so that they can be told apart.
     *
     * @param period empty when the expression names none
     * @throws ExpressionException when the terms, the statistic or the period are none
     */
    List<TimeSeries> find(String terms, String statistic, OptionalInt period);
  }

  /** The console's, where nothing in the expression has one. */
  private static final int DEFAULT_PERIOD = 300;

  private final SequencedMap<String, Cell> cells;
  private final Search search;
  private final TimeGrid time;
  private final Map<String, Value> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /**
   * Over what is found at one time.
   *
   * @param time from when until when; its period is not used
   */
  public Worksheet(SequencedMap<String, Cell> cells, Search search, TimeGrid time) {
    this.cells = new LinkedHashMap<>(cells);
    this.search = search;
    this.time = time;
  }

  /**
   * The series that a query answers: one, or each of an array.
   *
   * @throws ExpressionException when it is a number, or cannot be evaluated
   */
  public List<TimeSeries> answer(String id) {
    return switch (value(id)) {
      case TimeSeries series -> List.of(series);
      case Value.SeriesArray(var all) -> all;
      case Value.Scalar _ ->
          throw new ExpressionException(
                  "The result must be a time series or an array of time series, not a number: use"
                      + " TIME_SERIES.")
              .in(id);
    };
  }

  /** Whether a query answers an array of series, which even one series or none may be. */
  public boolean answersArray(String id) {
    return value(id) instanceof Value.SeriesArray;
  }

  private Value value(String id) {
    var before = known.get(id);
    if (before != null) {
      return before;
    }
    if (!underWay.add(id)) {
      throw new ExpressionException("It refers to itself, directly or through others.").in(id);
    }
    var value =
        switch (Optional.ofNullable(cells.get(id)).orElseThrow()) {
          case Cell.Metric(var series) -> series;
          case Cell.Formula formula -> value(id, formula);
        };
    underWay.remove(id);
    known.put(id, value);
    return value;
  }

  private Value value(String id, Cell.Formula formula) {
    try {
      return new Evaluation(new Surroundings(formula)).of(formula.expression());
    } catch (ExpressionException e) {
      throw e.in(id);
    }
  }

  private final class Surroundings implements Scope {
    private final Cell.Formula formula;

    private Surroundings(Cell.Formula formula) {
      this.formula = formula;
    }

    @Override
    public Value named(String id) {
      if (!cells.containsKey(id)) {
        throw new ExpressionException("Unknown id '%s': no query has it.".formatted(id));
      }
      return value(id);
    }

    @Override
    public OptionalInt periodOfMetric(String id) {
      return cells.get(id) instanceof Cell.Metric(var series)
          ? OptionalInt.of(series.grid().period())
          : OptionalInt.empty();
    }

    @Override
    public List<TimeSeries> metrics(String part) {
      return cells.entrySet().stream()
          .filter(cell -> cell.getKey().contains(part))
          .map(Map.Entry::getValue)
          .filter(Cell.Metric.class::isInstance)
          .map(cell -> ((Cell.Metric) cell).series())
          .toList();
    }

    @Override
    public List<TimeSeries> search(String terms, String statistic, OptionalInt period) {
      return search.find(
          terms, statistic, period.isPresent() ? period : OptionalInt.of(ownPeriod()));
    }

    /** By the period of the metrics that the expression names, so that it fits them. */
    @Override
    public TimeGrid grid() {
      return time.by(new PeriodOf(cells).in(formula.expression()).orElseGet(this::ownPeriod));
    }

    private int ownPeriod() {
      return formula
          .period()
          .orElseGet(
              () ->
                  metrics("").stream()
                      .mapToInt(each -> each.grid().period())
                      .findFirst()
                      .orElse(DEFAULT_PERIOD));
    }
  }
}
