package wildrydes.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a page that starts with {@code ./rides dlq}, as it stands in a fenced {@code sh} block.
 *
 * @param exitCode with which the line's comment says that it ends ({@code # exit code 4}); 0 if it
 *     says nothing
 */
public record DocumentedCommand(String line, int exitCode) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./rides dlq\\b.*$");
  private static final Pattern EXIT_CODE = Pattern.compile("#.*\\bexit code (\\d+)");

  /**
   * Those of one section, in their order: of all that stands between its heading and the next.
   *
   * @param heading without its number signs
   */
  public static List<DocumentedCommand> of(Path page, String heading) throws IOException {
    String section = section(page, heading);
    List<DocumentedCommand> commands =
        BLOCK
            .matcher(section)
            .results()
            // The shell's own way to go on in the next line.
            .map(block -> block.group(1).replaceAll("\\\\\n\\s*", ""))
            .flatMap(block -> COMMAND.matcher(block).results())
            .map(MatchResult::group)
            .map(line -> new DocumentedCommand(line, exitCode(line)))
            .toList();
    assertThat(commands).as("%s of %s", heading, page).isNotEmpty();
    return commands;
  }

  /** All that stands between a heading and the next. */
  public static String section(Path page, String heading) throws IOException {
    Matcher section =
        Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#+ [^\n]*$\n\n|\\z)")
            .matcher(Files.readString(page));
    assertThat(section.find()).as("%s has no section %s", page, heading).isTrue();
    return section.group(1);
  }

  private static int exitCode(String line) {
    Matcher said = EXIT_CODE.matcher(line);
    return said.find() ? Integer.parseInt(said.group(1)) : 0;
  }
}
