package wildrydes.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wildrydes.emulators.StackSettings;

/**
 * The product's own pipeline in memory, started once in a JVM and left to its end. Tests keep apart
 * by their cities and rides.
 */
public final class SharedPipeline {

  private static final LocalPipeline PIPELINE = start();

  private SharedPipeline() {}

  public static LocalPipeline get() {
    return PIPELINE;
  }

  private static LocalPipeline start() {
    try {
      Path audit = Files.createTempFile("audit", ".jsonl");
      audit.toFile().deleteOnExit();
      return LocalPipeline.start(
          LocalSettings.inMemory(StackSettings.repositoryTemplate()).withAudit(audit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
