package wildrydes.emulators.cloudwatch.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.judging.Datapoint;
import wildrydes.emulators.cloudwatch.judging.EvaluationRange;
import wildrydes.emulators.cloudwatch.judging.ReasonData;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** One statistic of one metric. Without a unit, all units of it count together. */
public record SingleMetric(
    MetricStore metrics,
    MetricId metric,
    Statistic statistic,
    Optional<StandardUnit> unit,
    int period)
    implements Watched {

  @Override
  public List<Datapoint> datapoints(EvaluationRange range) {
    var datapoints = new ArrayList<Datapoint>();
    metrics
        .read(metric, unit, new TimeWindow(range.start(), range.end(), period))
        .forEach(
            (start, samples) ->
                statistic
                    .of(samples)
                    .ifPresent(
                        value ->
                            datapoints.add(
                                new Datapoint(
                                    start, value, OptionalDouble.of(samples.sampleCount())))));
    return datapoints;
  }

  @Override
  public ReasonData reasonData() {
    return new ReasonData(
        Optional.of(statistic.wireName()), unit.map(StandardUnit::toString), period);
  }
}
