package wildrydes.local.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wildrydes.local.faults.Ledger.Count;
import wildrydes.local.faults.Ledger.Heard;
import wildrydes.local.faults.Ledger.OutcomeWrite;

/**
 * Each recorded outcome is counted once, or missed for one of these reasons and no other: all
 * answers to its write were lost, or CloudWatch did not take the count. A write whose answer was
 * lost may also find, when the SDK repeats it, that another outcome has taken a failed ride over in
 * between: then it cannot know that it ever stood there.
 *
 * <p>Where a service was cut off so that nobody can tell whether a write landed, or a function ran
 * out of time, the sum may be off by as many; where none was, it must be exact.
 */
final class CountCheck {

  /** A function that is cut off loses what its batch has recorded. */
  private static final int BATCH = 10;

  private static final Map<String, String> METRICS =
      Map.of("ASSIGNED", "RidesAssigned", "UNASSIGNED", "RidesUnassigned", "FAILED", "RidesFailed");

  /** What became of the outcomes of one status. */
  record Tally(String status, long recorded, double counted, long lost, double uncounted) {}

  private final List<OutcomeWrite> writes;
  private final List<Count> counts;
  private final long cutOff;
  private final List<String> violations = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();

  /**
   * Checks.
   *
   * @param writes with what the rides' rows tell of them
   * @param counts the calls that counted, or tried to
   * @param counted the sum that CloudWatch tells, by metric
   * @param cutOff how often a function ran out of time
   */
  CountCheck(
      List<OutcomeWrite> writes, List<Count> counts, Map<String, Double> counted, long cutOff) {
    this.writes = writes;
    this.counts = counts;
    this.cutOff = cutOff;
    METRICS.keySet().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(status -> check(status, counted.getOrDefault(METRICS.get(status), 0.0)));
  }

  private void check(String status, double counted) {
    long recorded = sum(status, _ -> true);
    long lost =
        sum(
            status,
            write ->
                write.heard() == Heard.NOTHING
                    || (write.heard() == Heard.REFUSAL && status.equals("FAILED")));
    double uncounted = sumOfCounts(status, count -> count.landings() == 0);
    double perhapsCounted = sumOfCounts(status, count -> count.landings() == 0 && count.perhaps());
    long perhapsRecorded =
        writes.stream()
            .filter(w -> w.status().equals(status) && w.landings() == 0 && w.perhaps())
            .count();
    tallies.add(new Tally(status, recorded, counted, lost, uncounted));

    double missed = recorded - counted;
    double explained = lost + uncounted;
    double least = explained - perhapsCounted - perhapsRecorded;
    double most = explained + perhapsRecorded + cutOff * BATCH;
    if (missed < least || missed > most) {
      violations.add(
          "%s: %d recorded, %.0f counted; lost answers explain %d, CloudWatch %.0f, and %d to %d"
                  .formatted(status, recorded, counted, lost, uncounted, perhapsRecorded, cutOff)
              + " are uncertain");
    }
  }

  /** Writes of one outcome that landed; if one landed twice, it is counted twice. */
  private long sum(String status, Predicate<OutcomeWrite> which) {
    return writes.stream()
        .filter(write -> write.status().equals(status))
        .filter(which)
        .mapToLong(OutcomeWrite::landings)
        .sum();
  }

  private double sumOfCounts(String status, Predicate<Count> which) {
    return counts.stream()
        .filter(count -> count.metric().equals(METRICS.get(status)))
        .filter(which)
        .mapToDouble(Count::sum)
        .sum();
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  List<Tally> tallies() {
    return List.copyOf(tallies);
  }
}
