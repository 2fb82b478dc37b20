package wildrydes.local.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import wildrydes.emulators.Stack;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.local.ChangedTemplate;
import wildrydes.local.FinishedRides;
import wildrydes.local.metrics.MessageAges;
import wildrydes.local.sqs.EventSource;

/**
 * The template's queues and tables, and each function as a few processes fed by them. Time-outs are
 * seconds: a delivery that a kill interrupts comes again soon, is given up at its third delivery,
 * and leases end while others are made.
 */
record KillablePipeline(
    Deployment deployment, Map<String, FunctionPool> pools, List<EventSource> sources)
    implements AutoCloseable {

  /** How long a lease is at least. */
  static final Duration RIDE_TIME = Duration.ofSeconds(20);

  private static final List<String> FUNCTIONS =
      List.of("RequestApiFunction", "DispatcherFunction", "RecorderFunction");

  private static final int PROCESSES = 2;

  /** Starts all of it; what the processes say goes into the folder. */
  static KillablePipeline start(Path folder) throws IOException {
    // Each kill fails a batch: that is no news here.
    Configurator.setLevel(EventSource.class, Level.OFF);
    var stack = Stack.start(settings(impatient(folder)));
    var cloudWatch = CloudWatchEmulator.start(0, InstantSource.system());
    var pipeline =
        new KillablePipeline(new Deployment(stack, cloudWatch), new TreeMap<>(), new ArrayList<>());
    for (String function : FUNCTIONS) {
      var pool = FunctionPool.start(pipeline.deployment(), function, PROCESSES, folder);
      pipeline.pools().put(function, pool);
    }
    pipeline.feed("DispatcherFunction", "RideRequestQueue");
    pipeline.feed("RecorderFunction", "RideOutcomeQueue");
    return pipeline;
  }

  private static Path impatient(Path folder) throws IOException {
    return ChangedTemplate.in(
        folder,
        Map.of(
            "VisibilityTimeout: 180", "VisibilityTimeout: 2",
            "VisibilityTimeout: 30", "VisibilityTimeout: 2",
            "Default: 5\n    MinValue: 5", "Default: 2\n    MinValue: 2",
            "Default: 300\n    MinValue: 60",
                "Default: %1$d\n    MinValue: %1$d".formatted(RIDE_TIME.toSeconds())));
  }

  private static StackSettings settings(Path template) {
    Map<String, String> parameters = Map.of("MaximumConcurrency", Integer.toString(PROCESSES));
    return new StackSettings(
        template, StackSettings.STACK_NAME, parameters, 0, 0, Optional.empty());
  }

  private void feed(String function, String queue) {
    Stack stack = deployment.stack();
    var source = deployment.function(function).queueSources().getFirst();
    var ages = new MessageAges(stack.template().queues(), InstantSource.system());
    sources.add(new EventSource(stack.sqs(), stack.queueUrl(queue), source, pool(function), ages));
  }

  FunctionPool pool(String function) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException(function);
    }
    return pool;
  }

  /** Both tables, as they are now. */
  FinishedRides finishedRides() {
    Stack stack = deployment.stack();
    return FinishedRides.read(
        stack.dynamoDb(), stack.tableName("RidesTable"), stack.tableName("UnicornsTable"));
  }

  /** Neither those that live nor those that were killed said anything private, or of trouble. */
  void assertThatAllProcessesWereDiscreet() throws IOException {
    for (FunctionPool pool : pools.values()) {
      assertThat(pool.errors()).as(pool.name()).isEmpty();
      for (PackedFunction process : pool.everStarted()) {
        assertThat(Files.readString(process.stdout())).doesNotContain(KilledCity.TRACES);
        assertThat(process.errors()).isEmpty();
      }
    }
  }

  @Override
  public void close() {
    sources.forEach(EventSource::close);
    pools.values().forEach(FunctionPool::close);
    deployment.close();
    deployment.stack().close();
  }
}
