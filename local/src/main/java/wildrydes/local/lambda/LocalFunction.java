package wildrydes.local.lambda;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.emulators.lambda.InvocationContext;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.metrics.FunctionMetrics;

/** One function of the template, loaded and warm. */
public final class LocalFunction implements LambdaFunction {

  private final ServerlessFunction declared;
  private final Handler handler;
  private final FunctionMetrics metrics;
  private final AtomicInteger running = new AtomicInteger();

  /**
   * Loads the function.
   *
   * @param environment its own variables and those that Lambda adds
   * @throws IllegalArgumentException saying what is wrong with the handler or its environment
   */
  public LocalFunction(
      ServerlessFunction declared, Map<String, String> environment, FunctionMetrics metrics) {
    this.declared = declared;
    this.handler = Handler.load(declared.handler(), environment);
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return declared.name();
  }

  @Override
  public Invocation invoke(byte[] event) {
    Instant start = Instant.now();
    int concurrency = running.incrementAndGet();
    Invocation invocation = run(event);
    running.decrementAndGet();
    boolean error = !(invocation instanceof Invocation.Answered);
    metrics.invoked(
        declared.name(), start, Duration.between(start, Instant.now()), concurrency, error);
    return invocation;
  }

  private Invocation run(byte[] event) {
    var context = InvocationContext.of(declared);
    var task = new FutureTask<>(() -> handler.handle(event, context));
    Thread.ofVirtual().name(declared.name()).start(task);
    try {
      return new Invocation.Answered(task.get(declared.timeoutSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return new Invocation.Failed(requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Invocation.TimedOut(declared.timeoutSeconds());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Invocation.Failed(e);
    }
  }
}
