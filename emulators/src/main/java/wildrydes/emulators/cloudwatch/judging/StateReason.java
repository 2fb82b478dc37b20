package wildrydes.emulators.cloudwatch.judging;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.List;

/** A judgement in CloudWatch's own words, which people search for and tools take apart. */
public final class StateReason {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss").withZone(UTC);

  /** From so many on, CloudWatch only names the newest of them. */
  private static final int MANY = 5;

  private StateReason() {}

  public static String of(Rule rule, Judgement judgement) {
    int missing = judgement.missing().size();
    return switch (judgement.value()) {
      case INSUFFICIENT_DATA ->
          "Insufficient Data: %s %s unknown.".formatted(datapoints(missing), wasOrWere(missing));
      case OK, ALARM ->
          "Threshold Crossed: "
              + (missing > 0 && isFilled(rule)
                  ? filled(rule, judgement)
                  : crossed(rule, judgement));
    };
  }

  private static boolean isFilled(Rule rule) {
    return switch (rule.missingData()) {
      case BREACHING, NOT_BREACHING -> true;
      case MISSING, IGNORE -> false;
    };
  }

  private static String filled(Rule rule, Judgement judgement) {
    int received = judgement.evaluated().size();
    int missing = judgement.missing().size();
    return "%s %s received for %s and %s missing %s treated as [%s]."
        .formatted(
            received == 0 ? "no datapoints" : datapoints(received),
            received == 1 ? "was" : "were",
            counted(rule.evaluationPeriods(), "period"),
            missing,
            missing == 1 ? "datapoint was" : "datapoints were",
            rule.missingData() == MissingData.BREACHING ? "Breaching" : "NonBreaching");
  }

  private static String crossed(Rule rule, Judgement judgement) {
    boolean alarm = judgement.value() == StateValue.ALARM;
    var telling =
        judgement.evaluated().stream().filter(each -> rule.isBreachedBy(each) == alarm).toList();
    int count = telling.size();
    String many =
        rule.datapointsToAlarm().isPresent()
            ? "%d out of the last %d datapoints".formatted(count, rule.evaluationPeriods())
            : datapoints(count);
    String compared =
        "%s %s%s the threshold (%s)"
            .formatted(
                wasOrWere(count), alarm ? "" : "not ", rule.comparison().words(), rule.threshold());
    String change = rule.datapointsToAlarm().isPresent() ? " " + minimum(rule, alarm) : "";
    return count < MANY
        ? "%s [%s] %s%s.".formatted(many, listed(telling), compared, change)
        : "%s %s. The most recent datapoints which crossed the threshold: [%s]%s."
            .formatted(many, compared, listed(telling.subList(0, MANY)), change);
  }

  private static String minimum(Rule rule, boolean alarm) {
    return alarm
        ? "(minimum %s for OK -> ALARM transition)".formatted(datapoints(rule.toAlarm()))
        : "(minimum %s for ALARM -> OK transition)"
            .formatted(datapoints(rule.evaluationPeriods() - rule.toAlarm() + 1));
  }

  private static String listed(List<Datapoint> datapoints) {
    return datapoints.stream()
        .map(each -> "%s (%s)".formatted(each.value(), TIME.format(each.period())))
        .collect(joining(", "));
  }

  private static String datapoints(int count) {
    return counted(count, "datapoint");
  }

  private static String counted(int count, String what) {
    return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }

  private static String wasOrWere(int count) {
    return count == 1 ? "was" : "were";
  }
}
