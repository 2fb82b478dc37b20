package wildrydes.emulators.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.LoopbackServer;
import wildrydes.emulators.template.ServerlessFunction;

/** Lambda's side of the Runtime API, for one function: it hands out events and takes answers. */
public final class RuntimeApi implements AutoCloseable {

  /** What all its paths begin with. */
  public static final String ROOT = "/2018-06-01/runtime/";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What the function's process said to an event, or instead of taking any. */
  public sealed interface Answer {
    record Response(String body) implements Answer {}

    record Failure(String body) implements Answer {}
  }

  private record Invocation(String id, String event, CompletableFuture<Answer> answer) {}

  private final ServerlessFunction function;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> taken = new ConcurrentHashMap<>();
  private final CompletableFuture<String> initialization = new CompletableFuture<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private volatile @Nullable IllegalStateException gone;

  private RuntimeApi(ServerlessFunction function, HttpServer server) {
    this.function = function;
    this.server = server;
  }

  /** Starts it on any free port. */
  public static RuntimeApi start(ServerlessFunction function) throws IOException {
    var api = new RuntimeApi(function, LoopbackServer.bind(0));
    api.server.setExecutor(api.threads);
    api.server.createContext(ROOT, api::serve);
    api.server.start();
    return api;
  }

  /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Hands out the event and waits for what the function says to it.
   *
   * @throws java.util.concurrent.ExecutionException if the process ended before it said anything
   * @throws java.util.concurrent.TimeoutException after a minute
   */
  public Answer invoke(String event) throws Exception {
    return offer(event).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Hands out the event as soon as the function asks for one. */
  public CompletableFuture<Answer> offer(String event) {
    var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    if (gone != null) {
      failAll(gone);
    }
    return invocation.answer();
  }

  /**
   * Waits until the function is ready, which is the empty text, or has said why it is not. Under
   * SnapStart it is ready when it waits to be restored.
   */
  public String initialized() throws Exception {
    return initialization.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Lets a function go on that waits for its snapshot to be restored. There is no snapshot here: it
   * is the same process, still warm.
   */
  public void restore() {
    restored.countDown();
  }

  /** Whoever waits for the function, now or later, waits in vain. */
  public void end(String why) {
    var ended = new IllegalStateException(function.name() + ": " + why);
    gone = ended;
    initialization.completeExceptionally(ended);
    failAll(ended);
  }

  private void failAll(IllegalStateException cause) {
    waiting.forEach(invocation -> invocation.answer().completeExceptionally(cause));
    taken.values().forEach(invocation -> invocation.answer().completeExceptionally(cause));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String path = exchange.getRequestURI().getPath().substring(ROOT.length());
      switch (path) {
        case "invocation/next" -> next(exchange);
        case "restore/next" -> awaitRestore(exchange);
        case "init/error" -> {
          initialization.complete(body);
          exchange.sendResponseHeaders(202, -1);
        }
        default -> {
          answered(path.split("/", -1), body);
          exchange.sendResponseHeaders(202, -1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  private void awaitRestore(HttpExchange exchange) throws IOException, InterruptedException {
    initialization.complete("");
    restored.await();
    exchange.sendResponseHeaders(200, -1);
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    initialization.complete("");
    Invocation invocation = waiting.take();
    taken.put(invocation.id(), invocation);
    if (gone != null) {
      failAll(gone);
    }
    long deadline =
        Instant.now().plus(Duration.ofSeconds(function.timeoutSeconds())).toEpochMilli();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn() + ":live");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
    headers.set("Content-Type", "application/json");
    byte[] event = invocation.event().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  /** Takes {@code invocation/ID/response} and {@code invocation/ID/error}. */
  private void answered(String[] path, String body) {
    Invocation invocation = taken.remove(path[1]);
    if (invocation == null) {
      throw new IllegalStateException("Nobody asked for an answer to " + String.join("/", path));
    }
    invocation
        .answer()
        .complete(
            path[2].equals("response") ? new Answer.Response(body) : new Answer.Failure(body));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
