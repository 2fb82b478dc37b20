package wildrydes.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import wildrydes.benchmarks.accepting.AcceptingBenchmark;
import wildrydes.benchmarks.coldstart.ColdStart;
import wildrydes.benchmarks.cost.CostBenchmark;
import wildrydes.benchmarks.load.LoadBenchmark;
import wildrydes.benchmarks.parts.PartsBenchmark;
import wildrydes.benchmarks.racing.RacingBenchmark;
import wildrydes.benchmarks.report.Circumstances;
import wildrydes.benchmarks.report.Results;
import wildrydes.benchmarks.searching.SearchBenchmark;
import wildrydes.benchmarks.throughput.ThroughputBenchmark;

/** {@code benchmarks/run}: measures, and writes the results down. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    version = "Wild Rydes 1.0.0",
    sortOptions = false,
    description = {
      "Measures how fast and how cheap the product is, beside named peers in the same run, and writes"
          + " benchmarks/RESULTS.md with its plots in benchmarks/results.",
      "",
      "Leave the machine alone meanwhile: everything else that runs is noise. Without --full it takes"
          + " minutes and sees regressions; with it, figures can be quoted."
    },
    footer = {
      "",
      "Examples:",
      "  benchmarks/run                       all of it in short, into target/benchmarks",
      "  benchmarks/run --full                all of it, into benchmarks/RESULTS.md",
      "  benchmarks/run --only search,cost    two of them",
      "  benchmarks/run --list                what there is to measure",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was measured and every target met",
      "1:something could not be measured, or a target was missed",
      "2:the command line is wrong"
    })
final class Main implements Callable<Integer> {

  /** In the order of the page. */
  static final List<Benchmark> ALL =
      List.of(
          new ColdStart(),
          new AcceptingBenchmark(),
          new SearchBenchmark(),
          new RacingBenchmark(),
          new ThroughputBenchmark(),
          new LoadBenchmark(),
          new PartsBenchmark(),
          new CostBenchmark());

  @Option(names = "--full", description = "Measure as long as it takes, for figures to be quoted.")
  private boolean full;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Measure only these; the other sections stay as they are.")
  private List<String> only = List.of();

  @Option(names = "--list", description = "Say what there is to measure.")
  private boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder of RESULTS.md. Default: benchmarks with --full, else target/benchmarks.")
  private Path out = Path.of("");

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      ALL.forEach(b -> System.out.printf(Locale.ROOT, "%-12s %s%n", b.name(), b.question()));
      return 0;
    }
    Effort effort = full ? Effort.FULL : Effort.SHORT;
    Path repository = repository();
    Path folder = out.toString().isEmpty() ? usual(repository) : out;
    var results = new Results(Files.createDirectories(folder));
    List<String> troubles = new ArrayList<>();
    for (Benchmark benchmark : chosen()) {
      System.err.println(benchmark.name() + ": " + benchmark.question());
      try (var progress = Progress.of(benchmark.name())) {
        var section = benchmark.measure(effort, progress);
        results.put(
            benchmark.name(),
            section,
            Circumstances.now(repository, effort.name().toLowerCase(Locale.ROOT)));
        if (!section.isMet()) {
          troubles.add(benchmark.name() + ": a target was missed.");
        }
      } catch (Exception e) {
        e.printStackTrace();
        troubles.add(benchmark.name() + ": could not be measured: " + e.getMessage());
      }
    }
    Path page = results.write(ALL.stream().map(Benchmark::name).toList());
    troubles.forEach(System.err::println);
    System.out.println(page);
    return troubles.isEmpty() ? 0 : 1;
  }

  private List<Benchmark> chosen() {
    var names = ALL.stream().map(Benchmark::name).collect(Collectors.toSet());
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "There is no benchmark " + name + ": --list says which there are.");
      }
    }
    return ALL.stream().filter(b -> only.isEmpty() || only.contains(b.name())).toList();
  }

  private Path usual(Path repository) {
    return repository.resolve(full ? "benchmarks" : "target/benchmarks");
  }

  /** The nearest folder above that has a template.yaml. */
  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Run this inside the repository.");
    }
    return folder;
  }
}
