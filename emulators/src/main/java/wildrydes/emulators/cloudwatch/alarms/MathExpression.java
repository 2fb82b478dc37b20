package wildrydes.emulators.cloudwatch.alarms;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import wildrydes.emulators.cloudwatch.judging.Datapoint;
import wildrydes.emulators.cloudwatch.judging.EvaluationRange;
import wildrydes.emulators.cloudwatch.judging.ReasonData;
import wildrydes.emulators.cloudwatch.metrics.MetricQueries;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * The one result of several metrics and expressions.
 *
 * @param queries of which one returns data, and that a single time series
 */
public record MathExpression(MetricStore metrics, MetricQueries queries, int period)
    implements Watched {

  @Override
  public List<Datapoint> datapoints(EvaluationRange range) {
    return queries.evaluate(metrics, range.start(), range.end()).stream()
        .flatMap(result -> result.points().entrySet().stream())
        .map(each -> new Datapoint(each.getKey(), each.getValue(), OptionalDouble.empty()))
        .toList();
  }

  @Override
  public ReasonData reasonData() {
    return new ReasonData(Optional.empty(), Optional.empty(), period);
  }
}
