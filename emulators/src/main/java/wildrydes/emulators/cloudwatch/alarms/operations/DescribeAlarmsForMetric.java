package wildrydes.emulators.cloudwatch.alarms.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.alarms.Alarm;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.alarms.SingleMetric;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.metrics.MetricParameters;

/** The alarms on exactly this metric; those on expressions that use it are not among them. */
public record DescribeAlarmsForMetric(Alarms alarms) implements Operation {

  @Override
  public ObjectNode answer(Parameters request) {
    var metric = MetricParameters.metric(request);
    var statistic =
        request.optionalText("Statistic").or(() -> request.optionalText("ExtendedStatistic"));
    var period = request.optionalInteger("Period");
    var unit = MetricParameters.unit(request);
    var answer = Operation.structure();
    var listed = answer.putArray("MetricAlarms");
    alarms.all().stream()
        .filter(
            alarm ->
                alarm.definition().watched() instanceof SingleMetric watched
                    && watched.metric().equals(metric)
                    && statistic.map(watched.statistic().wireName()::equals).orElse(true)
                    && period.map(each -> each == watched.period()).orElse(true)
                    && unit.map(each -> watched.unit().filter(each::equals).isPresent())
                        .orElse(true))
        .map(Alarm::node)
        .forEach(listed::add);
    return answer;
  }
}
