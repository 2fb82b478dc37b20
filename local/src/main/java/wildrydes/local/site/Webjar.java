package wildrydes.local.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Finds a library's files in its jar, whose folders carry the version that the build resolved. */
final class Webjar {

  private static final Pattern FILE = Pattern.compile("lib/([\\w.-]+)/([\\w./-]+)");

  private Webjar() {}

  /**
   * The resource of {@code lib/NAME/FILE}; empty when it is none of a library on the class path.
   */
  static Optional<String> resource(String name) {
    var file = FILE.matcher(name);
    return file.matches()
        ? version(file.group(1))
            .map(
                version ->
                    "/META-INF/resources/webjars/%s/%s/%s"
                        .formatted(file.group(1), version, file.group(2)))
        : Optional.empty();
  }

  private static Optional<String> version(String library) {
    String properties = "/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(library);
    try (var content = Webjar.class.getResourceAsStream(properties)) {
      if (content == null) {
        return Optional.empty();
      }
      var read = new Properties();
      read.load(content);
      return Optional.ofNullable(read.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
