package wildrydes.ops.deadletters.command;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.ops.deadletters.replay.ReplayRules;

/** How careful a replay is. */
public final class ReplayOptions {

  private static final double FASTEST = 500;
  private static final Duration LONGEST_HOLD = Duration.ofHours(12);
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3})%?");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5",
      description = "Messages a second at most (default: 5).")
  private double rate;

  @Option(
      names = "--no-canary",
      description = "Send all at once, without waiting for the first one's outcome.")
  private boolean noCanary;

  @Option(
      names = "--stop-at",
      paramLabel = "SHARE",
      defaultValue = "20%",
      description = {
        "The breaker: stop once more than this share of the rides whose end is known, five at least,"
            + " has failed again (default: 20%%)."
      })
  private String stopAt = "20%";

  @Option(
      names = "--max-replays",
      paramLabel = "N",
      defaultValue = "3",
      description = "Refuse a message that was replayed this often before (default: 3).")
  private int maxReplays;

  @Option(names = "--force", description = "Replay those as well.")
  private boolean force;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      defaultValue = "20m",
      description = {
        "Follow each ride for that long (default: 20m). A message that keeps failing is delivered"
            + " five times, 180 s apart, before it is among the dead letters again."
      })
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--no-follow",
      description = {
        "End when the last message is sent. Canary and breaker still work until then."
      })
  private boolean noFollow;

  @Option(
      names = "--hold",
      paramLabel = "SPAN",
      defaultValue = "2m",
      description = {
        "Keep messages from others for that long at a time (default: 2m). What a killed run held can"
            + " be seen again after it."
      })
  private Duration hold = Duration.ZERO;

  /** What the options say; a wrong one is told as a matter of usage. */
  ReplayRules rules(OptionalInt limit) {
    if (!(rate > 0 && rate <= FASTEST)) {
      throw wrong("--rate must be more than 0 and at most 500");
    }
    if (maxReplays < 1) {
      throw wrong("--max-replays must be 1 or more");
    }
    if (hold.toSeconds() < 1 || hold.compareTo(LONGEST_HOLD) > 0) {
      throw wrong("--hold must be from 1s to 12h, which SQS allows");
    }
    return new ReplayRules(
        limit.orElse(Integer.MAX_VALUE),
        rate,
        maxReplays,
        force,
        !noCanary,
        !noFollow,
        timeout,
        share(),
        hold);
  }

  private double share() {
    Matcher share = SHARE.matcher(stopAt);
    if (!share.matches() || Integer.parseInt(share.group(1)) > 100) {
      throw wrong("--stop-at must be from 0%% to 100%%, not '%s'".formatted(stopAt));
    }
    return Integer.parseInt(share.group(1)) / 100.0;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
