package wildrydes.emulators.cloudwatch.math;

import java.util.List;
import java.util.OptionalInt;

/** What the names, METRICS and SEARCH of one expression stand for. */
interface Scope {
  /**
   * What the query of this Id is worth.
   *
   * @throws ExpressionException when there is none
   */
  Value named(String id);

  /** Empty unless this is the Id of a metric: PERIOD takes no expressions. */
  OptionalInt periodOfMetric(String id);

  /** The metrics of the request whose Id contains this text. */
  List<TimeSeries> metrics(String part);

  List<TimeSeries> search(String terms, String statistic, OptionalInt period);

  /** The times for a series that is made from a number. */
  TimeGrid grid();
}
