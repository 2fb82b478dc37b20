package wildrydes.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import wildrydes.ops.Rides;

/**
 * Runs lines that start with {@code ./rides} as bash would. Bash takes them apart: quotes,
 * variables and comments are its own. The command itself is then run in this JVM, which saves its
 * start.
 */
public final class OperatorsShell {

  private final Path folder;
  private final Map<String, String> environment;
  private final String before;

  /** What a line left behind. */
  public record Run(int exitCode, String out, String err) {}

  /**
   * A shell in a folder of its own.
   *
   * @param environment the command's
   * @param before lines that were typed before, such as those that set variables
   */
  public OperatorsShell(Path folder, Map<String, String> environment, String before)
      throws IOException {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.before = before;
    Path rides = folder.resolve("rides");
    Files.writeString(rides, "#!/usr/bin/env bash\nprintf '%s\\0' \"$@\"\n");
    assertThat(rides.toFile().setExecutable(true)).isTrue();
  }

  /** Runs one line to its end. */
  public Run run(String line) throws Exception {
    List<String> words = words(line);
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Rides.commandLine(environment)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
            .execute(words.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }

  private List<String> words(String line) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-euc", before + "\n" + line)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(line).isZero();
    // Each word ends with a zero.
    return List.of(said.substring(0, said.length() - 1).split("\0", -1));
  }
}
