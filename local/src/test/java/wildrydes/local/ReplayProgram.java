package wildrydes.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./rides dlq replay} as an operator starts it, in its own JVM. */
record ReplayProgram(Process process, Path output) implements AutoCloseable {

  /** Starts it on a local pipeline; what it says goes into the folder, as does its audit. */
  static ReplayProgram start(Endpoints endpoints, Path folder, String... arguments)
      throws IOException {
    Path output = Files.createTempFile(folder, "replay", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "dlq",
                "replay"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().putAll(environment(endpoints, folder));
    return new ReplayProgram(builder.start(), output);
  }

  /** What it is told of the local pipeline, and of where its audit is. */
  static Map<String, String> environment(Endpoints endpoints, Path folder) {
    return Map.of(
        "AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamodb().toString(),
        "RIDES_AUDIT", folder.resolve("audit.jsonl").toString());
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
