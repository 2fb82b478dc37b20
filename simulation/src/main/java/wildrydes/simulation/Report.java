package wildrydes.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wildrydes.simulation.Simulation.Result;
import wildrydes.simulation.history.Violation;

/** Runs in words, for people. */
final class Report {

  private static final Pattern NAMES =
      Pattern.compile("[A-Za-z0-9_-]{21}[AQgw](?![A-Za-z0-9_-])|Unicorn-\\d+|Rocinante|Bucephalus");

  private static final int LINES = 120;

  private Report() {}

  /** What was promised, what happened instead, and what led to it. */
  static String ofViolations(Result result) {
    Set<String> lines = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>(List.of("VIOLATION", "killed", "redrive"));
    lines.add("In " + result.plan().name() + ":");
    for (Violation violation : result.violations()) {
      lines.add("  " + violation);
      Matcher matcher = NAMES.matcher(violation.what());
      while (matcher.find()) {
        names.add(matcher.group());
      }
    }
    List<String> story = result.history().timeline().about(List.copyOf(names));
    lines.add("What happened to them (hours:minutes:seconds):");
    story.stream().limit(LINES).map(line -> "  " + line).forEach(lines::add);
    if (story.size() > LINES) {
      lines.add("  ... and " + (story.size() - LINES) + " lines more.");
    }
    if (result.plan().script().isEmpty()) {
      lines.add(
          "The whole run again, every line of it: simulation/run --seed "
              + result.plan().seed()
              + " --runs 1 --story");
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** Everything that happened in a run. */
  static String story(Result result) {
    return String.join(System.lineSeparator(), result.history().timeline().lines());
  }

  /** What happened in all runs, in numbers. */
  static String summary(Tally tally, double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add(line("runs", tally.runs()) + "%14.0f a second".formatted(tally.runs() / seconds));
    lines.add(line("rides accepted", tally.accepted()));
    lines.add(line("calls", tally.calls()));
    lines.add(line("faults", tally.faults().values().stream().mapToLong(i -> i).sum()));
    tally.faults().forEach((fault, count) -> lines.add(line("  " + fault.words(), count)));
    lines.add(line("outcomes recorded", sum(tally.outcomes())));
    tally.outcomes().forEach((outcome, count) -> lines.add(line("  " + outcome, count)));
    lines.add(line("  of them not counted", tally.uncounted()));
    lines.add(line("second claims in a race", tally.secondClaims()));
    lines.add(line("dead letters replayed", tally.deadLetters()));
    lines.add(line("violations", tally.violations()));
    return String.join(System.lineSeparator(), lines);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(i -> i).sum();
  }

  private static String line(String what, long count) {
    return "%-45s %,15d".formatted(what, count);
  }
}
