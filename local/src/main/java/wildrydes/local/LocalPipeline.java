package wildrydes.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.template.HttpApi;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.local.access.PipelineAccess;
import wildrydes.local.deadletters.DeadLetterDesk;
import wildrydes.local.http.HttpFront;
import wildrydes.local.http.RouteTable;
import wildrydes.local.lambda.LocalFunction;
import wildrydes.local.metrics.ApiMetrics;
import wildrydes.local.metrics.FunctionMetrics;
import wildrydes.local.metrics.MessageAges;
import wildrydes.local.metrics.QueueMetrics;
import wildrydes.local.site.Site;
import wildrydes.local.sqs.EventSource;

/**
 * Everything that template.yaml declares, running in this JVM: queues, tables and metrics in
 * emulators, the functions between them, and the API in front.
 */
public final class LocalPipeline implements AutoCloseable {

  private final Parts parts;
  private final Stack stack;
  private final PipelineAccess access;
  private final Endpoints endpoints;

  private LocalPipeline(Parts parts, Stack stack, PipelineAccess access, Endpoints endpoints) {
    this.parts = parts;
    this.stack = stack;
    this.access = access;
    this.endpoints = endpoints;
  }

  /**
   * Starts all of it, and serves when it returns.
   *
   * @throws BindException naming the port that is taken
   * @throws wildrydes.emulators.template.TemplateException naming what in the template is wrong or
   *     not understood
   * @throws IllegalArgumentException if a function cannot be loaded; the message says why
   */
  public static LocalPipeline start(LocalSettings settings) throws IOException {
    return start(settings, UnaryOperator.identity());
  }

  /**
   * Starts all of it, with something of the caller's between the functions and AWS: tests break
   * that way, and only that one.
   *
   * @param wayToAws from a service's own endpoint to the one that the functions are told
   */
  public static LocalPipeline start(LocalSettings settings, UnaryOperator<URI> wayToAws)
      throws IOException {
    var parts = new Parts();
    try {
      return start(settings, wayToAws, parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static LocalPipeline start(
      LocalSettings settings, UnaryOperator<URI> wayToAws, Parts parts) throws IOException {
    // The API comes up last: whoever has its port should be told of it before the slow parts start.
    refuseIfTaken(settings.apiPort());
    refuseIfTaken(settings.cloudWatchPort());
    var cloudWatch =
        parts.add(CloudWatchEmulator.start(settings.cloudWatchPort(), InstantSource.system()));
    var stack = parts.add(Stack.start(settings.stack()));
    CloudWatchResources.declare(stack.template(), cloudWatch);
    var metrics = new FunctionMetrics(cloudWatch.metrics());
    var whereAwsIs = whereAwsIs(stack, cloudWatch, wayToAws);
    var ages = new MessageAges(stack.template().queues(), InstantSource.system());
    var access = parts.add(new PipelineAccess(stack.template()));
    var routes = new RouteTable();
    for (ServerlessFunction declared : stack.template().functions()) {
      var function =
          new LocalFunction(declared, environment(declared, access, whereAwsIs), metrics);
      declared.routes().forEach(route -> routes.add(route, function));
      for (QueueSource source : declared.queueSources()) {
        parts.add(new EventSource(stack.sqs(), urlOf(source, stack), source, function, ages));
      }
    }
    parts.add(new QueueMetrics(stack.sqs(), cloudWatch.metrics(), stack.template().queues(), ages));
    var declared = onlyApi(stack);
    var docs = settings.stack().template().resolveSibling("docs");
    var desk = parts.add(DeadLetterDesk.of(stack, settings.audit()));
    var requests = new ApiMetrics(cloudWatch.metrics(), declared.id());
    var api =
        parts.add(
            HttpFront.start(
                settings.apiPort(),
                declared,
                routes,
                requests,
                Site.of(stack, cloudWatch, desk, docs)));
    return new LocalPipeline(
        parts,
        stack,
        access,
        new Endpoints(
            api.endpoint(), stack.sqsEndpoint(), stack.dynamoDbEndpoint(), cloudWatch.endpoint()));
  }

  public Stack stack() {
    return stack;
  }

  /** What the functions may do, and what they have done. */
  public PipelineAccess access() {
    return access;
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  @Override
  public void close() {
    parts.close();
  }

  private static void refuseIfTaken(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      // As the servers do: a port whose last connections are still closing is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (BindException e) {
      throw (BindException)
          new BindException(
                  "Port " + port + " of 127.0.0.1 is taken. Stop what uses it, or choose another.")
              .initCause(e);
    }
  }

  private static Map<String, String> whereAwsIs(
      Stack stack, CloudWatchEmulator cloudWatch, UnaryOperator<URI> wayToAws) {
    return Map.of(
        "AWS_ENDPOINT_URL_SQS", wayToAws.apply(stack.sqsEndpoint()).toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", wayToAws.apply(stack.dynamoDbEndpoint()).toString(),
        "AWS_ENDPOINT_URL_CLOUDWATCH", wayToAws.apply(cloudWatch.endpoint()).toString());
  }

  private static Map<String, String> environment(
      ServerlessFunction declared, PipelineAccess access, Map<String, String> whereAwsIs) {
    Map<String, String> environment = new TreeMap<>(declared.environment());
    environment.put("AWS_REGION", Aws.REGION);
    environment.putAll(access.begin(declared));
    environment.put("AWS_LAMBDA_FUNCTION_NAME", declared.name());
    environment.putAll(whereAwsIs);
    return environment;
  }

  private static String urlOf(QueueSource source, Stack stack) {
    return stack.template().queues().stream()
        .filter(queue -> queue.arn().equals(source.queueArn()))
        .findFirst()
        .map(queue -> stack.queueUrl(queue.logicalId()))
        .orElseThrow(
            () -> new IllegalArgumentException("no queue of the template: " + source.queueArn()));
  }

  private static HttpApi onlyApi(Stack stack) {
    if (stack.template().httpApis().size() != 1) {
      throw new IllegalArgumentException("The template must declare exactly one HTTP API.");
    }
    return stack.template().httpApis().getFirst();
  }

  /**
   * What was started, to be stopped in the opposite order: so no request or batch is taken in that
   * could not end.
   */
  private static final class Parts {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
      started.push(part);
      return part;
    }

    synchronized void close() {
      while (!started.isEmpty()) {
        try {
          started.pop().close();
        } catch (Exception e) {
          System.err.println("While stopping: " + e);
        }
      }
    }
  }
}
