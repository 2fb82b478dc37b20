package wildrydes.emulators.cloudwatch.judging;

import java.time.Instant;
import java.util.List;

/**
 * What an alarm's state should be, and on which grounds.
 *
 * @param evaluated the datapoints that were compared, the newest first
 * @param missing the periods without data that had to be counted besides, the newest first
 */
public record Judgement(StateValue value, List<Datapoint> evaluated, List<Instant> missing) {
  public Judgement {
    evaluated = List.copyOf(evaluated);
    missing = List.copyOf(missing);
  }
}
