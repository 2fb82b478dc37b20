package wildrydes.ops.fleet.command;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wildrydes.messages.Location;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.fleet.FleetEntry;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;

@Command(
    name = "list",
    description = "Lists all unicorns: where they wait, and until when a ride has them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides fleet list",
      "  ./rides fleet list --near 47.6175,-122.2884",
      "  ./rides fleet list --json | jq -r '.[] | select(.BusyUntil) | .Name'"
    })
final class FleetList implements Callable<Integer> {

  private final FleetAccess access;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--near",
      paramLabel = "LAT,LON",
      description = "Show the distance from there, the nearest first.")
  private @Nullable Location near;

  @Option(
      names = "--json",
      description = "Print a JSON array that ./rides fleet load reads; the busy have a BusyUntil.")
  private boolean json;

  FleetList(FleetAccess access) {
    this(access, InstantSource.system());
  }

  FleetList(FleetAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<FleetEntry> entries = access.with(stack, FleetTable::entries);
    List<FleetEntry.Standing> unicorns =
        entries.stream()
            .filter(FleetEntry.Standing.class::isInstance)
            .map(FleetEntry.Standing.class::cast)
            .sorted(order())
            .toList();
    Instant now = clock.instant();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FleetJson.of(unicorns, now));
    } else if (unicorns.isEmpty()) {
      out.println("The fleet has no unicorns. Add some with ./rides fleet load fleet.json");
    } else {
      out.println(FleetListing.of(unicorns, Optional.ofNullable(near), now));
    }
    warnOfDamage(entries);
    return Exit.DONE.code();
  }

  private Comparator<FleetEntry.Standing> order() {
    Comparator<FleetEntry.Standing> byName = comparing(FleetEntry.Standing::name);
    Location from = near;
    return from == null
        ? byName
        : comparingDouble((FleetEntry.Standing unicorn) -> Distance.meters(from, unicorn))
            .thenComparing(byName);
  }

  private void warnOfDamage(List<FleetEntry> entries) {
    PrintWriter err = spec.commandLine().getErr();
    for (FleetEntry entry : entries) {
      if (entry instanceof FleetEntry.Damaged damaged) {
        err.printf(
            "%s is damaged (%s) and gets no rides. Load it from a file, or remove it.%n",
            PlainText.of(damaged.name()), damaged.why());
      }
    }
  }
}
