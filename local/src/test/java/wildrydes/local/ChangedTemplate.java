package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import wildrydes.emulators.StackSettings;

/** The product's template with a few lines changed, so that what takes minutes takes seconds. */
public final class ChangedTemplate {

  private ChangedTemplate() {}

  /** Writes it into {@code folder}; every text to be replaced must be there. */
  public static Path in(Path folder, Map<String, String> replacements) throws IOException {
    String template = Files.readString(StackSettings.repositoryTemplate());
    for (var replacement : replacements.entrySet()) {
      assertThat(template).contains(replacement.getKey());
      template = template.replace(replacement.getKey(), replacement.getValue());
    }
    return Files.writeString(folder.resolve("template.yaml"), template);
  }

  /**
   * The template in which a message is given up at its second delivery, a second after its first.
   */
  public static Path impatient(Path folder) throws IOException {
    return in(
        folder,
        Map.of(
            "Default: 5\n    MinValue: 5", "Default: 2\n    MinValue: 2",
            "VisibilityTimeout: 180", "VisibilityTimeout: 1"));
  }
}
