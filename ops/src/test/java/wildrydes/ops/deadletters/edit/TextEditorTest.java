package wildrydes.ops.deadletters.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

@DisabledOnOs(OS.WINDOWS)
class TextEditorTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void whatTheEditorSavesComesBackAndNoCopyStays() throws Exception {
    Path note = folder.resolve("note");
    String script = "f() { echo \"$1\" > '" + note + "'; echo ' and more' >> \"$1\"; }; f";

    String text = new TextEditor(Map.of("EDITOR", script), () -> true).edit("one");

    assertThat(text).isEqualTo("one and more\n");
    assertThat(Path.of(Files.readString(note).strip())).doesNotExist();
  }

  @Test
  void theVisualOneComesFirst() {
    Map<String, String> both = Map.of("VISUAL", "true", "EDITOR", "false");

    assertThat(new TextEditor(both, () -> true).edit("one")).isEqualTo("one");
  }

  @Test
  void anEditorThatFailsIsToldByName() {
    var editor = new TextEditor(Map.of("EDITOR", "false"), () -> true);

    var failure = catchThrowableOfType(CommandFailure.class, () -> editor.edit("one"));

    assertThat(failure.exit()).isEqualTo(Exit.REFUSED);
    assertThat(failure).hasMessageStartingWith("The editor (false) ended with 1.");
  }
}
