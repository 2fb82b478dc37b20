package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.StackSettings;
import wildrydes.ops.fleet.FleetFile;
import wildrydes.ops.fleet.FleetTable;

/** The README, done as it says: its commands print what it shows, and its links lead somewhere. */
class ReadmeIT {

  private static final Pattern CONSOLE =
      Pattern.compile("```console\n\\$ (.*?)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src(?:set)?=\")([^)#:\"]+)[)\"]");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
  private static final Pattern RIDE_ID =
      Pattern.compile("[A-Za-z0-9_-]{21}[AQgw](?![A-Za-z0-9_-])");

  /** A command of the README and what it is said to print. */
  private record Example(String command, String output) {}

  @Test
  void itsCommandsPrintWhatItShows() throws Exception {
    assumeTrue(hasCurl(), "There is no curl on this machine, so the README's lines were not run.");
    List<Example> examples = examples();
    assertThat(examples).hasSize(2);
    try (var pipeline =
        LocalPipeline.start(LocalSettings.inMemory(StackSettings.repositoryTemplate()))) {
      new FleetTable(pipeline.stack().dynamoDb(), pipeline.stack().tableName("UnicornsTable"))
          .load(FleetFile.read(file("fleet.json")));
      String api = pipeline.endpoints().api().toString();

      String accepted = run(examples.get(0).command().replace("http://127.0.0.1:3000", api));
      Matcher id = RIDE_ID.matcher(accepted);
      assertThat(id.find()).as(accepted).isTrue();
      new Rider(pipeline.endpoints().api(), "alice").awaitStatus(id.group(), "ASSIGNED");
      String follow =
          RIDE_ID
              .matcher(examples.get(1).command())
              .replaceAll(Matcher.quoteReplacement(id.group()));
      String assigned = run(follow.replace("http://127.0.0.1:3000", api));

      assertThat(lasting(accepted)).isEqualTo(lasting(examples.get(0).output()));
      assertThat(lasting(assigned)).isEqualTo(lasting(examples.get(1).output()));
    }
  }

  @Test
  void theLinksOfAllPagesLeadSomewhere() throws IOException {
    List<Path> dead = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
      while (link.find()) {
        Path target = page.resolveSibling(link.group(1));
        if (!Files.exists(target)) {
          dead.add(target);
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  /** What a reader of the repository is led to: the pages beside the README, and docs. */
  private static List<Path> pages() throws IOException {
    try (var beside = Files.list(file("."));
        var docs = Files.walk(file("docs"))) {
      return Stream.concat(beside, docs).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static Path file(String name) {
    return StackSettings.repositoryTemplate().resolveSibling(name);
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher console = CONSOLE.matcher(Files.readString(file("README.md")));
    while (console.find()) {
      examples.add(new Example(console.group(1), console.group(2)));
    }
    return examples;
  }

  /** What two runs have in common. */
  private static String lasting(String output) {
    return RIDE_ID
        .matcher(output.replace("\r", ""))
        .replaceAll("RIDE_ID")
        .replaceAll("(?m)^Date: .*$", "Date: NOW")
        .replaceAll("(?m)^Apigw-requestid: .*$", "Apigw-requestid: ID")
        // A time of whole seconds has no fraction.
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "NOW")
        .replaceAll("(?m)^Content-length: .*$", "Content-length: N")
        .strip();
  }

  private static String run(String command) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", command.replaceFirst("^curl", "curl -sS"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean hasCurl() throws Exception {
    try {
      return new ProcessBuilder("curl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
