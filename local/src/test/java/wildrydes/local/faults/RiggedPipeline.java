package wildrydes.local.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import wildrydes.emulators.Stack;
import wildrydes.local.ChangedTemplate;
import wildrydes.local.Endpoints;
import wildrydes.local.LocalPipeline;
import wildrydes.local.LocalSettings;

/**
 * The whole local pipeline, of which only the time-outs are shorter, with a campaign's faults
 * between its functions and AWS, and its log watched.
 */
final class RiggedPipeline implements AutoCloseable {

  /**
   * What takes minutes takes seconds. Messages come back after three seconds, which is sooner than
   * the slowest batch ends: so now and then a second worker takes up what the first still works on.
   */
  private static final Map<String, String> HURRIED =
      Map.of(
          // Deliveries before a message is given up.
          "Default: 5\n    MinValue: 5", "Default: 2\n    MinValue: 2",
          "VisibilityTimeout: 180", "VisibilityTimeout: 3",
          // Seconds a ride keeps its unicorn: many serve twice in a run.
          "Default: 300\n    MinValue: 60", "Default: 20\n    MinValue: 1",
          // Meters to the farthest pickup: redelivered rides read every cell within.
          "Default: 10000\n    MinValue: 100", "Default: 2000\n    MinValue: 100");

  /** Only the waiting for a free unicorn is short. */
  private static final Map<String, String> UNHURRIED =
      Map.of(
          "Default: 5\n    MinValue: 5", "Default: 2\n    MinValue: 2",
          "VisibilityTimeout: 180", "VisibilityTimeout: 30",
          "Default: 300\n    MinValue: 60", "Default: 60\n    MinValue: 60",
          "Default: 10000\n    MinValue: 100", "Default: 2000\n    MinValue: 100");

  private final LocalPipeline pipeline;
  private final Campaign campaign;
  private final LogWatch logs;

  private RiggedPipeline(LocalPipeline pipeline, Campaign campaign, LogWatch logs) {
    this.pipeline = pipeline;
    this.campaign = campaign;
    this.logs = logs;
  }

  /**
   * Starts one that gives up soon and asks again at once.
   *
   * @param wayToAws must lead to endpoints that nobody else uses
   */
  static RiggedPipeline hurried(
      Path folder, Campaign campaign, Towns towns, String name, UnaryOperator<URI> wayToAws)
      throws IOException {
    return start(ChangedTemplate.in(folder, HURRIED), campaign, towns, name, wayToAws);
  }

  /** Starts one whose messages come back as late as a healthy worker may need them to. */
  static RiggedPipeline unhurried(
      Path folder, Campaign campaign, Towns towns, String name, UnaryOperator<URI> wayToAws)
      throws IOException {
    return start(ChangedTemplate.in(folder, UNHURRIED), campaign, towns, name, wayToAws);
  }

  private static RiggedPipeline start(
      Path template, Campaign campaign, Towns towns, String name, UnaryOperator<URI> wayToAws)
      throws IOException {
    var logs = new LogWatch(Report.folder().resolve(name + ".log"), towns.coordinates());
    try {
      FaultInjection.turnOn(campaign);
      var pipeline =
          LocalPipeline.start(
              LocalSettings.inMemory(template),
              endpoint -> campaign.hits(wayToAws.apply(endpoint)));
      towns.settle(pipeline.stack());
      return new RiggedPipeline(pipeline, campaign, logs);
    } catch (IOException | RuntimeException e) {
      FaultInjection.turnOff();
      logs.close();
      throw e;
    }
  }

  /**
   * The same machine by its other name: functions are told localhost, everybody else 127.0.0.1, so
   * the name tells whose call it is.
   */
  static URI byItsOtherName(URI endpoint) {
    return URI.create("http://localhost:" + endpoint.getPort());
  }

  Stack stack() {
    return pipeline.stack();
  }

  Endpoints endpoints() {
    return pipeline.endpoints();
  }

  Campaign campaign() {
    return campaign;
  }

  LogWatch logs() {
    return logs;
  }

  @Override
  public void close() throws IOException {
    FaultInjection.turnOff();
    pipeline.close();
    logs.close();
  }
}
