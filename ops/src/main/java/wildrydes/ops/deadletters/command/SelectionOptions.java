package wildrydes.ops.deadletters.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.Selection;

/** Which dead letters a command is about: what is given must all hold. */
public final class SelectionOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--queue",
      paramLabel = "QUEUE",
      description = "Only of this queue: requests or outcomes (default: both).")
  private @Nullable Lane queue;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Only those whose cause contains this, as ./rides dlq list shows causes.")
  private @Nullable String reason;

  @Option(
      names = "--ride",
      paramLabel = "ID",
      description = "Only of this ride; may be given again.")
  private List<String> rides = new ArrayList<>();

  @Option(
      names = "--message",
      paramLabel = "ID",
      description = "Only this message; may be given again.")
  private List<String> messages = new ArrayList<>();

  @Option(
      names = "--older-than",
      paramLabel = "SPAN",
      description = "Only those sent longer ago: 90s, 10m, 2h.")
  private @Nullable Duration olderThan;

  @Option(
      names = "--newer-than",
      paramLabel = "SPAN",
      description = "Only those sent since: 90s, 10m, 2h.")
  private @Nullable Duration newerThan;

  @Option(names = "--limit", paramLabel = "N", description = "No more than this many.")
  private @Nullable Integer limit;

  /** What the options say; a wrong one is told as a matter of usage. */
  public Selection selection() {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    return new Selection(
        queue == null ? List.of(Lane.values()) : List.of(queue),
        Optional.ofNullable(reason),
        rideIds(),
        new HashSet<>(messages),
        Optional.ofNullable(olderThan),
        Optional.ofNullable(newerThan),
        Set.of(),
        limit == null ? OptionalInt.empty() : OptionalInt.of(limit));
  }

  private Set<RideId> rideIds() {
    Set<RideId> ids = new HashSet<>();
    for (String ride : rides) {
      ids.add(
          RideId.parse(ride)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "--ride: '" + ride + "' is no ride id")));
    }
    return ids;
  }
}
