package wildrydes.ops.deadletters.replay.view;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import wildrydes.ops.deadletters.replay.Candidate;
import wildrydes.ops.deadletters.replay.Plan;
import wildrydes.ops.deadletters.replay.ReplayReport;
import wildrydes.ops.deadletters.replay.ReplayReport.Followed;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.terminal.PlainText;

/** Plans and reports for people. */
public final class ReplayText {

  /** More would scroll away what matters. */
  private static final int NAMED = 10;

  private ReplayText() {}

  /** What would happen, and how to make it happen on the command line. */
  public static String of(Plan plan, ReplayRules rules) {
    List<String> lines = whatWouldHappen(plan);
    lines.add("");
    lines.add("This was a dry run: nothing is sent or deleted.");
    if (!plan.replayable().isEmpty() || !plan.decided().isEmpty()) {
      lines.add("To do it, run the same again with --execute.");
    }
    course(plan, rules).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  /** What would happen, where it is not made to happen by a command. */
  public static String dryRun(Plan plan, ReplayRules rules) {
    List<String> lines = whatWouldHappen(plan);
    course(plan, rules).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  private static Optional<String> course(Plan plan, ReplayRules rules) {
    return plan.replayable().size() > 1 && rules.canary()
        ? Optional.of(
            "One is sent first, as a canary; once its ride has its outcome, the others follow, %s a second."
                .formatted(number(rules.rate())))
        : Optional.empty();
  }

  private static List<String> whatWouldHappen(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(messages(plan.replayable().size()) + " would be replayed.");
    lines.addAll(counted(plan.replayable(), candidate -> candidate.cause().text()));
    if (plan.beyondLimit() > 0) {
      lines.add(plan.beyondLimit() + " more could be, but for --limit.");
    }
    if (!plan.decided().isEmpty()) {
      lines.add(
          messages(plan.decided().size())
              + " would be deleted: the ride has its outcome, so that a replay would change"
              + " nothing. The audit file keeps a copy.");
    }
    if (!plan.doubles().isEmpty()) {
      lines.add(
          messages(plan.doubles().size())
              + " would stay for now: another message of the same ride would be replayed.");
    }
    lines.addAll(refused(plan.refused(), "would stay"));
    lines.addAll(held(plan.heldByOthers()));
    return lines;
  }

  /** What happened, and what is left to do. */
  public static String of(ReplayReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(report));
    report.failedAgain().stream()
        .collect(groupingBy(ride -> ride.end().words(), LinkedHashMap::new, joiningRides()))
        .forEach((why, rides) -> lines.add("  " + PlainText.of(why) + ": " + rides));
    if (!report.open().isEmpty()) {
      lines.add(
          "No outcome yet: "
              + named(report.open())
              + "\n  Look later with ./rides dlq history --ride ID, ./rides status ID or"
              + " ./rides dlq list.");
    }
    if (report.cleared() > 0) {
      lines.add(
          messages(report.cleared())
              + " deleted: the ride had its outcome already. The audit file keeps a copy.");
    }
    if (report.notSent() > 0) {
      lines.add(
          messages((int) report.notSent())
              + " not sent, and among the dead letters still: run the same again to go on.");
    }
    lines.addAll(refused(report.refused(), "stayed"));
    lines.addAll(held(report.heldByOthers()));
    return String.join("\n", lines);
  }

  private static String headline(ReplayReport report) {
    var text = new StringBuilder();
    text.append(report.rides().size()).append(" replayed");
    if (report.rides().isEmpty()) {
      return text.append('.').toString();
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("assigned", report.recorded("ASSIGNED"));
    counts.put("unassigned", report.recorded("UNASSIGNED"));
    counts.put("recorded as failed", report.recorded("FAILED"));
    counts.put("failed again", (long) report.failedAgain().size());
    counts.put("without an outcome yet", (long) report.open().size());
    return text.append(": ")
        .append(
            counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(joining(", ")))
        .append('.')
        .toString();
  }

  private static List<String> refused(List<Candidate> refused, String verb) {
    List<String> lines = new ArrayList<>();
    Map<String, List<Candidate>> byWhy =
        refused.stream()
            .collect(
                groupingBy(
                    candidate -> JudgementWords.sentence(candidate.judgement()),
                    LinkedHashMap::new,
                    toList()));
    byWhy.forEach(
        (why, candidates) -> {
          Candidate one = candidates.getFirst();
          lines.add(
              "%s %s, %s:%n  %s"
                  .formatted(
                      messages(candidates.size()),
                      verb,
                      PlainText.of(why),
                      JudgementWords.advice(
                          one.judgement(), PlainText.of(one.letter().messageId()))));
        });
    return lines;
  }

  private static List<String> held(int heldByOthers) {
    return heldByOthers == 0
        ? List.of()
        : List.of(
            ("About %d more cannot be seen: somebody holds them at the moment, or a run that was cut"
                    + " off did. They come back within minutes.")
                .formatted(heldByOthers));
  }

  private static <T> List<String> counted(List<T> all, Function<T, String> word) {
    return all.stream()
        .collect(groupingBy(word, LinkedHashMap::new, counting()))
        .entrySet()
        .stream()
        .map(count -> "  %5d  %s".formatted(count.getValue(), PlainText.of(count.getKey())))
        .toList();
  }

  private static Collector<Followed, ?, String> joiningRides() {
    return collectingAndThen(toList(), ReplayText::named);
  }

  private static String named(List<Followed> rides) {
    String some =
        rides.stream()
            .limit(NAMED)
            .map(ride -> ride.ride().rideId().value())
            .collect(joining(", "));
    int more = rides.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  static String number(double rate) {
    return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
  }

  private static String messages(int count) {
    return count == 1 ? "1 message" : count + " messages";
  }
}
