package wildrydes.emulators.cloudwatch.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.BiFunction;
import wildrydes.emulators.cloudwatch.judging.Datapoint;
import wildrydes.emulators.cloudwatch.judging.EvaluationRange;
import wildrydes.emulators.cloudwatch.judging.ReasonData;

/**
 * The one result of several metrics and expressions.
 *
 * @param values the result's value by period, from the first instant up to the second
 */
public record MathExpression(
    BiFunction<Instant, Instant, SortedMap<Instant, Double>> values, int period)
    implements Watched {

  @Override
  public List<Datapoint> datapoints(EvaluationRange range) {
    return values.apply(range.start(), range.end()).entrySet().stream()
        .map(each -> new Datapoint(each.getKey(), each.getValue(), OptionalDouble.empty()))
        .toList();
  }

  @Override
  public ReasonData reasonData() {
    return new ReasonData(Optional.empty(), Optional.empty(), period);
  }
}
