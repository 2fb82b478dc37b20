package wildrydes.ops.deadletters.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.OnInterrupt;

/** The person's own editor, on a file that only they can read and that is gone afterwards. */
public final class TextEditor {

  private final Map<String, String> environment;
  private final BooleanSupplier isTerminal;

  public TextEditor(Map<String, String> environment, BooleanSupplier isTerminal) {
    this.environment = environment;
    this.isTerminal = isTerminal;
  }

  /**
   * Lets the person edit a text, and returns what they saved.
   *
   * @throws CommandFailure if there is no terminal or the editor failed
   */
  public String edit(String text) {
    if (!isTerminal.getAsBoolean()) {
      throw new CommandFailure(
          Exit.USAGE, "There is no terminal to edit on.\nSay what to change by --set Path=value.");
    }
    try {
      // Temporary files are their owner's alone.
      Path file = Files.createTempFile("dead-letter-", ".json");
      try (var _ = OnInterrupt.run(() -> delete(file))) {
        Files.writeString(file, text);
        run(file);
        return Files.readString(file);
      } finally {
        delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Path file) throws IOException {
    // A shell, for the variable may hold options, too.
    Process editor =
        new ProcessBuilder(List.of("sh", "-c", command() + " \"$1\"", "sh", file.toString()))
            .inheritIO()
            .start();
    try {
      int exit = editor.waitFor();
      if (exit != 0) {
        throw new CommandFailure(
            Exit.REFUSED,
            "The editor (%s) ended with %d. Nothing was changed.".formatted(command(), exit)
                + "\nName another in EDITOR, or say what to change by --set Path=value.");
      }
    } catch (InterruptedException e) {
      editor.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("waiting for the editor was interrupted", e);
    }
  }

  private String command() {
    return Stream.of("VISUAL", "EDITOR")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("vi");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
