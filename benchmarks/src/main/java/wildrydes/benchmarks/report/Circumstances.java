package wildrydes.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** When and where something was measured, and of what commit. */
public final class Circumstances {

  private Circumstances() {}

  /** One line of Markdown. */
  public static String now(Path repository, String effort) {
    return "*%s, %s run; commit %s; %s, %d cores, %s, JDK %s.*"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            effort,
            commit(repository),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            Runtime.version());
  }

  private static String commit(Path repository) {
    String hash = output(repository, List.of("git", "rev-parse", "--short", "HEAD"));
    boolean changed =
        !output(repository, List.of("git", "status", "--porcelain", "--", ":!benchmarks"))
            .isEmpty();
    return hash + (changed ? " with changes" : "");
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown processor");
    } catch (IOException | UncheckedIOException e) {
      return "unknown processor";
    }
  }

  private static String output(Path folder, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
