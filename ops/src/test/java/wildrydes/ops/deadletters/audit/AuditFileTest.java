package wildrydes.ops.deadletters.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

class AuditFileTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void anEntryIsOneLineThatTellsWhoAndWhen() throws IOException {
    Path file = folder.resolve("new/audit.jsonl");

    audit(file).write(entry("a message"));

    assertThat(file)
        .hasContent(
            "{\"When\":\"2026-03-01T12:00:00Z\",\"Who\":\"ann@desk\",\"Stack\":\"WildRydes\","
                + "\"Action\":\"REPLAYED\",\"Queue\":\"outcomes\",\"MessageId\":\"a message\","
                + "\"Outcome\":\"sent\"}\n");
    assertThat(AuditHistory.read(file).lines()).singleElement().matches(l -> l.when().equals(NOW));
  }

  @Test
  void whatVanishesIsWrittenDownAsAWhole() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    var letter =
        new DeadLetter(
            Lane.REQUESTS, "id", "receipt", "two\nlines \"é\"", Map.of("Reason", "why"), NOW);

    audit(file)
        .write(Audit.Entry.ofVanishing(Audit.Action.DROPPED, letter, "dropped because of it"));

    AuditHistory.Line line = AuditHistory.read(file).lines().getFirst();
    assertThat(line.text("Body")).isEqualTo("two\nlines \"é\"");
    assertThat(line.json().at("/Attributes/Reason").asText()).isEqualTo("why");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseMayReadIt() throws IOException {
    Path file = folder.resolve("new/audit.jsonl");

    audit(file).write(entry("a message"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rwx------");
  }

  @Test
  void manyWhoWriteAtOnceDoNotInterleave() throws Exception {
    Path file = folder.resolve("audit.jsonl");
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "x".repeat(2000) + i;
      writers.add(
          Thread.ofVirtual()
              .start(() -> IntStream.range(0, 10).forEach(_ -> audit(file).write(entry(name)))));
    }
    for (Thread writer : writers) {
      writer.join();
    }

    AuditHistory history = AuditHistory.read(file);
    assertThat(history.lines()).hasSize(80);
    assertThat(history.unreadable()).isZero();
  }

  @Test
  void afterATornLineTheNextBeginsAnew() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    audit(file).write(entry("first"));
    byte[] torn = Arrays.copyOf("{\"Who\":\"é".getBytes(UTF_8), 9);
    Files.write(file, torn, StandardOpenOption.APPEND);

    audit(file).writeAll(List.of(entry("second"), entry("third")));

    AuditHistory history = AuditHistory.read(file);
    assertThat(history.lines())
        .extracting(line -> line.text("MessageId"))
        .containsExactly("first", "second", "third");
    assertThat(history.unreadable()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenIsToldWithTheFile() {
    var failure =
        catchThrowableOfType(CommandFailure.class, () -> audit(folder).write(entry("a message")));

    assertThat(failure.exit()).isEqualTo(Exit.REFUSED);
    assertThat(failure).hasMessageContaining(folder.toString()).hasMessageContaining("--audit");
  }

  private static Audit audit(Path file) {
    return new AuditFile(file, "WildRydes", new Operator("ann@desk"), () -> NOW);
  }

  private static Audit.Entry entry(String messageId) {
    return new Audit.Entry(
        Audit.Action.REPLAYED,
        Lane.OUTCOMES,
        messageId,
        Optional.empty(),
        "sent",
        Optional.empty());
  }
}
