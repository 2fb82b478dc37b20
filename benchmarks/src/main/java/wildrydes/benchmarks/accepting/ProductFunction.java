package wildrydes.benchmarks.accepting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.lambda.FunctionProcess;
import wildrydes.emulators.lambda.InitializationType;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.template.ServerlessFunction;

/** The request function as it is deployed: its packed jar under SnapStart's JVM options. */
final class ProductFunction {

  private ProductFunction() {}

  /** What the template says of it. */
  static ServerlessFunction declared(Stack stack) {
    return stack.template().functions().stream()
        .filter(function -> function.logicalId().equals("RequestApiFunction"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("template.yaml has no RequestApiFunction."));
  }

  /** Starts it and lets it go on from where its snapshot would be taken. */
  static FunctionOfOneProcess start(Stack stack, CredentialsAddress credentials, Path folder)
      throws Exception {
    ServerlessFunction declared = declared(stack);
    Map<String, String> environment = new TreeMap<>(declared.environment());
    environment.put("AWS_REGION", Aws.REGION);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", stack.sqsEndpoint().toString());
    environment.putAll(credentials.environment());
    var process =
        FunctionProcess.start(
            new Launch(
                declared,
                declared.handler(),
                Launch.jarOf(declared),
                InitializationType.SNAP_START,
                environment,
                List.of(),
                List.of(),
                folder));
    String problem = process.api().initialized();
    if (!problem.isEmpty()) {
      String said = problem + "\n" + output(process);
      process.close();
      throw new IllegalStateException(declared.name() + " did not start: " + said);
    }
    process.api().restore();
    return new FunctionOfOneProcess(declared, process.api(), process);
  }

  private static String output(FunctionProcess process) throws IOException {
    return Files.readString(process.stdout()) + Files.readString(process.stderr());
  }
}
