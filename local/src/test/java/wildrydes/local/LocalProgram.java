package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import wildrydes.emulators.StackSettings;

/** The program behind {@code ./rides local}, started as the launcher starts it, in its own JVM. */
record LocalProgram(Process process, Path readyFile, Path stdout, Path stderr)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Starts it on free ports where the arguments name none; what it says goes into the folder. */
  static LocalProgram start(Path folder, String... arguments) throws IOException {
    Path own = Files.createTempDirectory(folder, "program");
    Path readyFile = own.resolve("ready.json");
    Path stdout = own.resolve("stdout");
    Path stderr = own.resolve("stderr");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // It is over before a better compiler or collector would pay.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Drides.root=" + StackSettings.repositoryTemplate().getParent(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "local",
                "--ready-file",
                readyFile.toString()));
    List<String> given = List.of(arguments);
    for (String port : List.of("--port", "--sqs-port", "--dynamodb-port", "--cloudwatch-port")) {
      if (!given.contains(port)) {
        command.addAll(List.of(port, "0"));
      }
    }
    command.addAll(given);
    var process =
        new ProcessBuilder(command)
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    return new LocalProgram(process, readyFile, stdout, stderr);
  }

  /** Waits until it serves, and tells where. */
  Endpoints awaitReady() throws IOException {
    await("the ready file")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast(() -> assertThat(process.isAlive()).as(errors()).isTrue())
        .until(() -> Files.exists(readyFile));
    JsonNode urls = new JsonMapper().readTree(readyFile.toFile());
    assertThat(urls.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("api", "sqs", "dynamodb", "cloudwatch");
    return new Endpoints(
        URI.create(urls.get("api").textValue()),
        URI.create(urls.get("sqs").textValue()),
        URI.create(urls.get("dynamodb").textValue()),
        URI.create(urls.get("cloudwatch").textValue()));
  }

  /** Waits until it has ended by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** As {@code kill -9} does: no shutdown hook runs, nothing is flushed. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String output() throws IOException {
    return Files.readString(stdout);
  }

  String errors() throws IOException {
    return Files.readString(stderr);
  }

  @Override
  public void close() {
    kill();
  }
}
