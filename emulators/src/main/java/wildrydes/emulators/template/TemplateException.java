package wildrydes.emulators.template;

import java.nio.file.Path;

/**
 * Something in a template that is wrong or not understood: the file, the path inside it, the
 * problem and what to do.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final String path;

  TemplateException(Path file, String path, String problem, String remedy) {
    super(file + (path.isEmpty() ? "" : ": " + path) + ": " + problem + " " + remedy);
    this.file = file;
    this.path = path;
  }

  public Path file() {
    return file;
  }

  /**
   * Where in the template, as in {@code Resources.RidesTable.Properties.TableName}; empty for the
   * file as a whole.
   */
  public String path() {
    return path;
  }
}
