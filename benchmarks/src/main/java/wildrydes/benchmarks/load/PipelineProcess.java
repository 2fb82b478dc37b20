package wildrydes.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import wildrydes.emulators.StackSettings;
import wildrydes.local.Endpoints;

/** {@code ./rides local} in a JVM of its own, on free ports, with the launcher's options. */
final class PipelineProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private final Process process;
  private final Path folder;
  private final Endpoints endpoints;

  private PipelineProcess(Process process, Path folder, Endpoints endpoints) {
    this.process = process;
    this.folder = folder;
    this.endpoints = endpoints;
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param parameters of the template
   * @throws IOException with what it said, if it ended or did not serve in time
   */
  static PipelineProcess start(Map<String, String> parameters) throws IOException {
    Path folder = Files.createTempDirectory("pipeline");
    Path ready = folder.resolve("ready.json");
    Path fleet = Files.writeString(folder.resolve("fleet.json"), "[]");
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA.resolve("java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Drides.root=" + StackSettings.repositoryTemplate().getParent(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "wildrydes.local.Main",
                "local",
                "--fleet",
                fleet.toString(),
                "--ready-file",
                ready.toString()));
    for (String port : List.of("--port", "--sqs-port", "--dynamodb-port", "--cloudwatch-port")) {
      command.addAll(List.of(port, "0"));
    }
    parameters.forEach((name, value) -> command.addAll(List.of("--parameter", name + "=" + value)));
    File said = folder.resolve("said").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    try {
      return new PipelineProcess(process, folder, awaitReady(process, ready));
    } catch (IOException e) {
      process.destroyForcibly();
      throw new IOException(e.getMessage() + ": " + Files.readString(said.toPath()), e);
    }
  }

  private static Endpoints awaitReady(Process process, Path ready) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(ready)) {
      if (!process.isAlive()) {
        throw new IOException("The pipeline ended");
      }
      if (System.nanoTime() > end) {
        throw new IOException("The pipeline did not serve within " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    JsonNode urls = new JsonMapper().readTree(ready.toFile());
    return new Endpoints(
        url(urls, "api"), url(urls, "sqs"), url(urls, "dynamodb"), url(urls, "cloudwatch"));
  }

  private static URI url(JsonNode urls, String name) {
    return URI.create(urls.path(name).asText());
  }

  Endpoints endpoints() {
    return endpoints;
  }

  /** The most memory that it ever had resident, in bytes; nothing where Linux does not tell. */
  long peakResidentBytes() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Bytes of the objects that live after a full collection. */
  long liveHeapBytes() throws IOException {
    Process jcmd =
        new ProcessBuilder(
                JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.class_histogram")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = jcmd.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
          .findFirst()
          .orElseThrow(() -> new IOException("jcmd told nothing of the pipeline's heap"));
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
