package wildrydes.benchmarks.accepting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Many riders who ask for a ride each, from one HTTP client that keeps its connections. */
final class Riders implements AutoCloseable {

  /** More than any run needs before one of them had too many open rides. */
  private static final int NAMES = 10_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DIGITS = 3;
  private static final String BODY =
      """
      {"PickupLocation":{"Latitude":47.6174755835663,"Longitude":-122.28837066650185}}""";

  private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int asked;

  /**
   * One asks when the one before has the answer.
   *
   * @return how long each waited, in nanoseconds
   */
  Histogram oneAfterAnother(URI rides, int count) throws IOException, InterruptedException {
    var times = new Histogram(DIGITS);
    for (int i = 0; i < count; i++) {
      HttpRequest request = next(rides);
      long begin = System.nanoTime();
      post(request);
      times.recordValue(System.nanoTime() - begin);
    }
    return times;
  }

  /**
   * They ask at even intervals, whether those before have their answers or not.
   *
   * @return how long each waited since it was to ask, in nanoseconds
   */
  Histogram atRate(URI rides, int count, int perSecond)
      throws InterruptedException, ExecutionException {
    long interval = Duration.ofSeconds(1).toNanos() / perSecond;
    List<Future<Long>> waits = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begin + i * interval;
      HttpRequest request = next(rides);
      parkUntil(due);
      waits.add(threads.submit(waitSince(due, request)));
    }
    var times = new Histogram(DIGITS);
    for (var wait : waits) {
      times.recordValue(wait.get());
    }
    return times;
  }

  private Callable<Long> waitSince(long due, HttpRequest request) {
    return () -> {
      post(request);
      return System.nanoTime() - due;
    };
  }

  private static void parkUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private HttpRequest next(URI rides) {
    return HttpRequest.newBuilder(rides)
        .timeout(PATIENCE)
        .header("Authorization", "rider-" + asked++ % NAMES)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(BODY))
        .build();
  }

  private void post(HttpRequest request) throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201 && answer.statusCode() != 202) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
    }
  }

  @Override
  public void close() {
    threads.close();
    client.close();
  }
}
