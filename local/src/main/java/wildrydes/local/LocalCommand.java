package wildrydes.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.TemplateException;
import wildrydes.ops.deadletters.command.AuditOptions;
import wildrydes.ops.fleet.FleetFile;
import wildrydes.ops.fleet.FleetFileException;
import wildrydes.ops.fleet.FleetTable;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** Runs the whole pipeline until it is stopped. */
@Command(
    name = "local",
    description = {
      "Runs the whole pipeline on this machine, without an AWS account.",
      "",
      "Queues, tables, functions, routes and time-outs are those of template.yaml. Unless --data"
          + " is given, everything is in memory and gone when it stops. It listens on 127.0.0.1"
          + " alone. Stop it with Ctrl-C.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rides local                        on the usual ports",
      "  ./rides local --data .rides/data     keep queues and tables for the next time",
      "  ./rides local --port 0 --sqs-port 0 --dynamodb-port 0 --cloudwatch-port 0 \\",
      "                --ready-file ready.json    on free ports, for a script to read"
    })
final class LocalCommand implements Callable<Integer> {

  /** Where the launcher stands; the working directory may be any other. */
  private static final String ROOT = System.getProperty("rides.root", "");

  private static final Path OURS = Path.of(ROOT, "template.yaml");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3000",
      description = "Port of the API (default: ${DEFAULT-VALUE}; 0, here and below: any free one).")
  private int apiPort;

  @Option(
      names = "--sqs-port",
      paramLabel = "PORT",
      defaultValue = "9324",
      description = "Port of SQS (default: ${DEFAULT-VALUE}).")
  private int sqsPort;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "Port of DynamoDB (default: ${DEFAULT-VALUE}).")
  private int dynamoDbPort;

  @Option(
      names = "--cloudwatch-port",
      paramLabel = "PORT",
      defaultValue = "4582",
      description = "Port of CloudWatch (default: ${DEFAULT-VALUE}).")
  private int cloudWatchPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep queues and tables in this folder (default: in memory).")
  private @Nullable Path data;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the base URLs, as JSON, into this file once everything serves.")
  private @Nullable Path readyFile;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "Set a parameter of the template, as a deployment would. May be repeated.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "The template to run (default: the project's template.yaml).")
  private Path template = OURS;

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description =
          "The unicorns to begin with, if there are none yet (default: the project's fleet.json).")
  private Path fleet = Path.of(ROOT, "fleet.json");

  @Mixin private AuditOptions audit = new AuditOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Instant begin = Instant.now();
    Optional<ReadyFile> ready = Optional.ofNullable(readyFile).map(ReadyFile::new);
    if (ready.isPresent()) {
      ready.get().delete();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Starting SQS, DynamoDB, CloudWatch and the functions of %s ...%n", template);
    LocalPipeline pipeline = start();
    // From here on Ctrl-C and SIGTERM stop it cleanly.
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      ready.ifPresent(ReadyFile::delete);
                      pipeline.close();
                      out.println("Stopped.");
                    }));
    loadFleet(pipeline, out);
    new Welcome(out).print(pipeline, Duration.between(begin, Instant.now()));
    if (ready.isPresent()) {
      ready.get().write(pipeline.endpoints());
    }
    new CountDownLatch(1).await();
    return Exit.DONE.code();
  }

  private LocalPipeline start() throws IOException {
    if (data != null) {
      Files.createDirectories(data);
    }
    var stack =
        new StackSettings(
            template,
            StackSettings.STACK_NAME,
            withRunbook(),
            sqsPort,
            dynamoDbPort,
            Optional.ofNullable(data));
    try {
      return LocalPipeline.start(
          new LocalSettings(stack, apiPort, cloudWatchPort, audit.file(System.getenv())));
    } catch (BindException e) {
      throw new CommandFailure(
          Exit.REFUSED,
          e.getMessage() + " The ports' options are in ./rides local --help; 0 is any free one.",
          e);
    } catch (TemplateException e) {
      throw new CommandFailure(Exit.USAGE, String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(Exit.USAGE, template + ": " + e.getMessage(), e);
    }
  }

  /** What our own template says about alarms leads to the page that is served here. */
  private Map<String, String> withRunbook() {
    Map<String, String> all = new TreeMap<>(parameters);
    if (template.equals(OURS)) {
      all.putIfAbsent("RunbookUrl", "/docs/runbook.md");
    }
    return all;
  }

  private void loadFleet(LocalPipeline pipeline, PrintWriter out) {
    String name = pipeline.stack().tableName("UnicornsTable");
    var table = new FleetTable(pipeline.stack().dynamoDb(), name);
    if (!table.isEmpty()) {
      return;
    }
    try {
      var report = table.load(FleetFile.read(fleet));
      out.printf("Loaded %d unicorns of %s.%n", report.added(), fleet);
    } catch (FleetFileException e) {
      throw new CommandFailure(Exit.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
