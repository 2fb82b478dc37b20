package wildrydes.simulation;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.simulation.bugs.PlantedBug;
import wildrydes.simulation.world.Flaw;

/** {@code simulation/run}: as many runs as somebody has time for. */
@Command(
    name = "simulation/run",
    mixinStandardHelpOptions = true,
    version = "Wild Rydes 1.0.0",
    description = {
      "Runs the three functions in virtual time while calls fail, answers get lost, machines die and "
          + "services go away, and checks every promise of docs/guarantees.md.",
      "",
      "The same seed is always the same run: what a run with --seed S finds, "
          + "--seed S --runs 1 --story tells in full."
    },
    footer = {
      "",
      "Examples:",
      "  simulation/run                             100,000 runs, about two minutes",
      "  simulation/run --runs 1000000 --seed 7     a million others",
      "  simulation/run --seed 42 --runs 1 --story  everything that happens in one run",
      "  simulation/run --bugs                      whether the planted bugs are found",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise was kept (with --bugs: every bug was found by a rule that is about it)",
      "1:a promise was broken (with --bugs: a bug was not found)",
      "2:the command line is wrong"
    })
final class Main implements Callable<Integer> {

  /** Which a reader can still take in. */
  private static final int VIOLATIONS_SHOWN = 3;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many runs. Default: ${DEFAULT-VALUE}.")
  private long runs = 100_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The seed of the first run; each run after it has the next. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--story", description = "Print everything that happens.")
  private boolean story;

  @Option(
      names = "--bugs",
      description =
          "Plant each known bug in turn and tell after how many runs which rule finds it.")
  private boolean bugs;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw new ParameterException(
          spec.commandLine(), "--runs must be at least 1, but is " + runs + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    return bugs ? findBugs(out) : run(out);
  }

  private int run(PrintWriter out) {
    long start = System.nanoTime();
    Tally tally;
    try (var progress = story ? Progress.none() : Progress.of(runs)) {
      tally =
          new Campaign(Flaw.NONE)
              .run(
                  runs,
                  n -> Plan.random(seed + n),
                  VIOLATIONS_SHOWN,
                  result -> {
                    progress.step();
                    if (story) {
                      out.println(Report.story(result));
                    }
                    if (!result.violations().isEmpty()) {
                      out.println(Report.ofViolations(result));
                    }
                  });
    }
    out.println(Report.summary(tally, (System.nanoTime() - start) / 1e9));
    out.flush();
    return tally.violations() == 0 ? 0 : 1;
  }

  private int findBugs(PrintWriter out) {
    int missed = 0;
    for (PlantedBug bug : PlantedBug.values()) {
      var found = new BugHunt(bug).hunt(seed, runs);
      out.println(found);
      out.flush();
      missed += found.caught() ? 0 : 1;
    }
    return missed == 0 ? 0 : 1;
  }
}
