package wildrydes.benchmarks.accepting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.lambda.FunctionProcess;
import wildrydes.emulators.lambda.InitializationType;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LambdaFunction;

/** A function that does nothing: what it takes is the way there and back. */
record Floor(FunctionOfOneProcess hello) implements LambdaFunction, AutoCloseable {

  private static final byte[] ANSWER =
      """
      {"statusCode":202,"headers":{"Content-Type":"application/json"},"body":"{}"}"""
          .getBytes(UTF_8);

  static Floor start(ServerlessFunction like, Path folder) throws Exception {
    var process =
        FunctionProcess.start(
            new Launch(
                like,
                "wildrydes.benchmarks.ordinary.Hello::handleRequest",
                StackSettings.repositoryTemplate()
                    .resolveSibling("benchmarks/ordinary/target/hello.jar"),
                InitializationType.SNAP_START,
                Map.of(),
                List.of(),
                List.of(),
                folder));
    var _ = process.api().initialized();
    process.api().restore();
    return new Floor(new FunctionOfOneProcess(like, process.api(), process));
  }

  @Override
  public String name() {
    return hello.name();
  }

  /** Its own answer is none that API Gateway understands. */
  @Override
  public Invocation invoke(byte[] event) {
    Invocation invocation = hello.invoke(event);
    return invocation instanceof Invocation.Answered ? new Invocation.Answered(ANSWER) : invocation;
  }

  @Override
  public void close() throws Exception {
    hello.close();
  }
}
