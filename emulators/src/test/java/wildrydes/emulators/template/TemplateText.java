package wildrydes.emulators.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Templates as tests write them. */
final class TemplateText {

  private TemplateText() {}

  static TemplateSettings settings(Map<String, String> parameters) {
    return new TemplateSettings(
        "Test", parameters, "us-west-2", "000000000000", URI.create("http://127.0.0.1:9324"));
  }

  static Template read(Path folder, String text, Map<String, String> parameters) {
    return Template.read(write(folder, text), settings(parameters));
  }

  static Template read(Path folder, String text) {
    return read(folder, text, Map.of());
  }

  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("template.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
