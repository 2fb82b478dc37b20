package wildrydes.emulators.cloudwatch.judging;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges one alarm at one time.
 *
 * @param range the periods to look at; datapoints of other periods do not count
 */
public record Judge(Rule rule, EvaluationRange range) {

  /** Empty when the alarm's state is to stay whatever it is. */
  public Optional<Judgement> judge(List<Datapoint> datapoints) {
    Map<Instant, Datapoint> found =
        datapoints.stream().collect(toMap(Datapoint::period, Function.identity()));
    var periods = range.newestFirst();
    var existing = periods.stream().map(found::get).filter(Objects::nonNull).toList();
    var evaluated = existing.stream().limit(rule.evaluationPeriods()).toList();
    if (tooFewSamples(evaluated)) {
      return Optional.empty();
    }
    var missing =
        periods.stream()
            .filter(period -> !found.containsKey(period))
            .limit((long) rule.evaluationPeriods() - evaluated.size())
            .toList();
    return value(evaluated, missing.size()).map(value -> new Judgement(value, evaluated, missing));
  }

  private Optional<StateValue> value(List<Datapoint> evaluated, int missing) {
    long breaching = evaluated.stream().filter(rule::isBreachedBy).count();
    if (missing == 0 || breaching >= rule.toAlarm()) {
      return Optional.of(alarmIf(breaching >= rule.toAlarm()));
    }
    return switch (rule.missingData()) {
      case BREACHING -> Optional.of(alarmIf(breaching + missing >= rule.toAlarm()));
      case NOT_BREACHING -> Optional.of(StateValue.OK);
      case IGNORE -> breaching < evaluated.size() ? Optional.of(StateValue.OK) : Optional.empty();
      case MISSING -> Optional.of(ofTheExisting(evaluated, breaching));
    };
  }

  /**
   * Breaches and gaps only are an alarm once the first breach is as old as an alarm takes: had the
   * gaps been breaches, it would have gone off by now. Until then the next datapoint may be good.
   */
  private StateValue ofTheExisting(List<Datapoint> evaluated, long breaching) {
    if (breaching < evaluated.size()) {
      return StateValue.OK;
    }
    return !evaluated.isEmpty() && age(evaluated.getLast()) >= rule.toAlarm()
        ? StateValue.ALARM
        : StateValue.INSUFFICIENT_DATA;
  }

  /** The newest complete period's is 1. */
  private long age(Datapoint datapoint) {
    return (range.newest() - datapoint.period().getEpochSecond()) / range.period() + 1;
  }

  private boolean tooFewSamples(List<Datapoint> evaluated) {
    return !evaluated.isEmpty()
        && evaluated.stream().mapToDouble(each -> each.sampleCount().orElse(Double.MAX_VALUE)).sum()
            < rule.fewestSamples();
  }

  private static StateValue alarmIf(boolean breached) {
    return breached ? StateValue.ALARM : StateValue.OK;
  }
}
