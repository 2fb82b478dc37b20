package wildrydes.ops;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import wildrydes.ops.aws.StackOptions;
import wildrydes.ops.deadletters.InMemoryDeadLetterQueues;
import wildrydes.ops.deadletters.InMemoryMoveTasks;
import wildrydes.ops.deadletters.InMemoryRideRecords;
import wildrydes.ops.deadletters.command.DeadLetterAccess;
import wildrydes.ops.deadletters.command.DeadLetterStack;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.fleet.InMemoryFleetStore;
import wildrydes.ops.fleet.command.FleetAccess;
import wildrydes.ops.ride.Wait;

/** Runs commands as a terminal would, over a stack in memory and a clock that only pauses move. */
final class Terminal {

  /** What a command left behind. */
  record Run(int exit, String out, String err) {}

  final InMemoryFleetStore fleet = new InMemoryFleetStore();
  final InMemoryDeadLetterQueues deadLetters = new InMemoryDeadLetterQueues(() -> this.now);
  final InMemoryRideRecords rides = new InMemoryRideRecords();
  final InMemoryMoveTasks moves = new InMemoryMoveTasks(deadLetters);
  final Map<String, String> environment = new HashMap<>();
  final List<Duration> pauses = new ArrayList<>();

  Instant now = Instant.now();

  /** What happens while a command waits. */
  Runnable onPause = () -> {};

  Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line =
        Rides.commandLine(
                environment, new InMemoryAccess(), new InMemoryDeadLetterAccess(), new Pauses())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    int exit = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return new Run(exit, out.toString(), err.toString());
  }

  private final class InMemoryAccess implements FleetAccess {
    @Override
    public <T> T with(StackOptions stack, Function<FleetTable, T> work) {
      return work.apply(new FleetTable(fleet, () -> now));
    }
  }

  private final class InMemoryDeadLetterAccess implements DeadLetterAccess {
    @Override
    public <T> T with(StackOptions stack, Function<DeadLetterStack, T> work) {
      return work.apply(new DeadLetterStack(stack.name(), deadLetters, rides, moves));
    }
  }

  private final class Pauses implements Wait {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void sleep(Duration pause) {
      pauses.add(pause);
      now = now.plus(pause);
      onPause.run();
    }
  }
}
