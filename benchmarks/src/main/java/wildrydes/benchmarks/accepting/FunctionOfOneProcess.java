package wildrydes.benchmarks.accepting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import wildrydes.emulators.lambda.RuntimeApi;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LambdaFunction;

/**
 * A function that is one process behind a Runtime API: it has one event at a time, the others wait.
 */
record FunctionOfOneProcess(ServerlessFunction declared, RuntimeApi api, AutoCloseable process)
    implements LambdaFunction, AutoCloseable {

  @Override
  public String name() {
    return declared.name();
  }

  @Override
  public Invocation invoke(byte[] event) {
    try {
      return switch (api.invoke(new String(event, UTF_8))) {
        case RuntimeApi.Answer.Response(var body) -> new Invocation.Answered(body.getBytes(UTF_8));
        case RuntimeApi.Answer.Failure(var body) ->
            new Invocation.Failed(new IllegalStateException(body));
      };
    } catch (ExecutionException e) {
      return new Invocation.Failed(requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      return new Invocation.TimedOut(declared.timeoutSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Invocation.Failed(e);
    } catch (Exception e) {
      return new Invocation.Failed(e);
    }
  }

  @Override
  public void close() throws Exception {
    process.close();
  }
}
