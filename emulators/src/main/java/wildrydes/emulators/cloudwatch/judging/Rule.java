package wildrydes.emulators.cloudwatch.judging;

import java.util.OptionalInt;

/**
 * When an alarm goes off: when {@code datapointsToAlarm} of the last {@code evaluationPeriods}
 * datapoints are beyond the threshold.
 *
 * @param datapointsToAlarm all of them, when it is not given; the state's reason tells whether it
 *     was
 * @param fewestSamples with fewer in the periods judged, the state stays as it is; 0 judges always
 */
public record Rule(
    Comparison comparison,
    double threshold,
    int evaluationPeriods,
    OptionalInt datapointsToAlarm,
    MissingData missingData,
    double fewestSamples) {

  int toAlarm() {
    return datapointsToAlarm.orElse(evaluationPeriods);
  }

  boolean isBreachedBy(Datapoint datapoint) {
    return comparison.breaches(datapoint.value(), threshold);
  }

  /**
   * The samples that a percentile needs to mean something: CloudWatch asks for ten on its far side.
   *
   * @param percent above 0 and below 100
   */
  public static double fewestSamples(double percent) {
    double rank = percent / 100;
    return 10 / (rank < 0.5 ? rank : 1 - rank);
  }
}
