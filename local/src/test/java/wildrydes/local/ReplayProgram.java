package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./rides dlq replay} as an operator starts it, in its own JVM. */
record ReplayProgram(Process process, Path output) implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

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
                "replay",
                "--audit",
                folder.resolve("audit.jsonl").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
    builder.environment().put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamodb().toString());
    return new ReplayProgram(builder.start(), output);
  }

  /** Waits until it has ended by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
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
