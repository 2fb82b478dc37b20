package wildrydes.emulators.cloudwatch.alarms;

import java.util.List;
import wildrydes.emulators.cloudwatch.judging.Datapoint;
import wildrydes.emulators.cloudwatch.judging.EvaluationRange;
import wildrydes.emulators.cloudwatch.judging.ReasonData;

/** What an alarm's datapoints come from. */
public sealed interface Watched permits SingleMetric, MathExpression {
  /** Seconds. */
  int period();

  /** The periods of the range that have data, in any order. */
  List<Datapoint> datapoints(EvaluationRange range);

  /** What the reason of a state says of its origin. */
  ReasonData reasonData();
}
