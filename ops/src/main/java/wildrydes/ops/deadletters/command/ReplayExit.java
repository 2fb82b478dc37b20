package wildrydes.ops.deadletters.command;

import wildrydes.ops.deadletters.replay.End;
import wildrydes.ops.deadletters.replay.ReplayReport;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** What a replay's end means to a script, and to a person where it is not what they hoped for. */
final class ReplayExit {

  private ReplayExit() {}

  /**
   * The exit of a replay that no service has broken off.
   *
   * @throws CommandFailure if it stopped before it was done, or moved nothing
   */
  static Exit of(ReplayReport report, ReplayRules rules) {
    return switch (report.ending()) {
      case CANARY -> throw canary(report);
      case BREAKER ->
          throw new CommandFailure(
              Exit.STOPPED,
              "Stopped by the breaker: more than %d%% of the replayed rides failed again."
                      .formatted(Math.round(rules.stopAt() * 100))
                  + "\nMend what makes them fail, then run the same again.");
      case INTERRUPTED -> Exit.STOPPED;
      case FAILURE, COMPLETE -> complete(report, rules);
    };
  }

  private static Exit complete(ReplayReport report, ReplayRules rules) {
    if (!report.failedAgain().isEmpty()) {
      return Exit.RIDE_FAILED;
    }
    if (!report.open().isEmpty() && rules.follow()) {
      return Exit.TIMED_OUT;
    }
    if (report.rides().isEmpty() && report.notSent() > 0) {
      throw new CommandFailure(
          Exit.REFUSED,
          "Reading took so long that others may have what was read, so nothing was sent.\n"
              + "Run the same again with a longer --hold.");
    }
    if (report.rides().isEmpty() && report.cleared() == 0) {
      throw new CommandFailure(Exit.REFUSED, "Nothing that matches can be replayed as it is.");
    }
    return Exit.DONE;
  }

  private static CommandFailure canary(ReplayReport report) {
    String rest = "\nNothing else was touched.";
    if (report.rides().isEmpty()) {
      return new CommandFailure(
          Exit.REFUSED,
          "Reading took so long that the canary could not be kept."
              + rest
              + " Try a longer --hold.");
    }
    return report.rides().getFirst().end() instanceof End.FailedAgain
        ? new CommandFailure(
            Exit.STOPPED,
            "Stopped: the canary failed again." + rest + " Mend what makes it fail first.")
        : new CommandFailure(
            Exit.TIMED_OUT,
            "Stopped: the canary had no outcome before --timeout."
                + rest
                + " Are the functions running? --no-canary does without one.");
  }
}
