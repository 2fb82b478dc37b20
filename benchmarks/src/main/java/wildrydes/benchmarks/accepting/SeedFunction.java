package wildrydes.benchmarks.accepting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.lambda.RuntimeApi;
import wildrydes.emulators.template.ServerlessFunction;

/** The seed's synchronous function, written anew for Node.js, with a table of its own. */
final class SeedFunction {

  static final String TABLE = "Rides";

  private static final String NAME = "requestUnicorn";

  private static final ServerlessFunction DECLARED =
      new ServerlessFunction(
          NAME,
          NAME,
          "arn:aws:lambda:%s:%s:function:%s".formatted(Aws.REGION, Aws.ACCOUNT_ID, NAME),
          "request-unicorn.handler",
          "benchmarks/seed-node",
          10,
          1024,
          Optional.empty(),
          Map.of("RIDES_TABLE", TABLE),
          List.of(),
          List.of());

  private SeedFunction() {}

  /** Makes its table and starts it. */
  static FunctionOfOneProcess start(Stack stack, Path modules, Path folder) throws Exception {
    makeTable(stack);
    var api = RuntimeApi.start(DECLARED);
    Path said = folder.resolve(NAME + ".out");
    var builder =
        new ProcessBuilder("node", "bootstrap.mjs")
            .directory(modules.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().putAll(DECLARED.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", NAME);
    builder.environment().put("AWS_REGION", Aws.REGION);
    builder.environment().put("AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY);
    builder.environment().put("AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString());
    Process process = started(builder, api);
    var _ = process.onExit().thenAccept(ended -> api.end("it ended with " + ended.exitValue()));
    var running = new FunctionOfOneProcess(DECLARED, api, () -> end(process, api));
    try {
      var _ = api.initialized();
      return running;
    } catch (Exception e) {
      running.close();
      throw new IllegalStateException(NAME + " did not start: " + Files.readString(said), e);
    }
  }

  private static Process started(ProcessBuilder builder, RuntimeApi api) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  private static void end(Process process, RuntimeApi api) {
    process.destroyForcibly().onExit().join();
    api.close();
  }

  private static void makeTable(Stack stack) {
    var _ =
        stack
            .dynamoDb()
            .createTable(
                table ->
                    table
                        .tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                            AttributeDefinition.builder()
                                .attributeName("RideId")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(
                            KeySchemaElement.builder()
                                .attributeName("RideId")
                                .keyType(KeyType.HASH)
                                .build()));
  }
}
