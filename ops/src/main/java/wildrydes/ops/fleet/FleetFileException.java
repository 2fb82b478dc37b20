package wildrydes.ops.fleet;

import java.nio.file.Path;
import java.util.List;

/** A fleet file that cannot be used, with all that is wrong with it. */
public final class FleetFileException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  FleetFileException(Path file, List<String> problems) {
    super(file + " cannot be loaded:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each with the JSON pointer of what it is about, or with the line and column. */
  public List<String> problems() {
    return problems;
  }
}
