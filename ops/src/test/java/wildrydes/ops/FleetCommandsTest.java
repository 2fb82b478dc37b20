package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;
import wildrydes.ops.Terminal.Run;
import wildrydes.ops.fleet.InMemoryFleetStore;
import wildrydes.ops.fleet.PlacedUnicorn;

class FleetCommandsTest {

  private static final PlacedUnicorn NYOTA =
      new PlacedUnicorn(new Unicorn("Nyota", "Silver", "Female"), new Location(-1.258, 36.783));
  private static final PlacedUnicorn SIMBA =
      new PlacedUnicorn(new Unicorn("Simba", "Tawny", "Male"), new Location(-1.292, 36.8219));

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder = Path.of("");

  @Test
  void aUnicornIsAddedSouthOfTheEquator() {
    Run run =
        terminal.run(
            "fleet",
            "add",
            "Nyota",
            "--at",
            "-1.258,36.783",
            "--color",
            "Silver",
            "--gender",
            "Female");

    assertThat(run).isEqualTo(new Run(0, "Nyota is added and free.\n", ""));
    assertThat(terminal.run("fleet", "list", "--json").out())
        .isEqualTo(
            """
            [
              {"Name":"Nyota","Color":"Silver","Gender":"Female","Latitude":-1.258,"Longitude":36.783}
            ]
            """);
  }

  @Test
  void aTakenNameIsRefused() {
    terminal.fleet.add(NYOTA);

    Run run =
        terminal.run("fleet", "add", "Nyota", "--at", "1,1", "--color", "Red", "--gender", "Male");

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).startsWith("There is a unicorn named Nyota already.");
  }

  @Test
  void aUnicornIsMovedToNegativeDegrees() {
    terminal.fleet.add(NYOTA);

    Run run = terminal.run("fleet", "move", "Nyota", "-33.9,18.4");

    assertThat(run).isEqualTo(new Run(0, "Nyota is moved.\n", ""));
    assertThat(terminal.run("fleet", "list").out()).contains("-33.90000", "18.40000");
  }

  @Test
  void aBusyUnicornStaysAndTheMessageSaysUntilWhen() {
    terminal.fleet.add(NYOTA);
    terminal.fleet.lease(
        InMemoryFleetStore.stallOf(NYOTA), Instant.parse("2999-01-01T00:00:00.5Z"));

    Run move = terminal.run("fleet", "move", "Nyota", "1,1");
    Run remove = terminal.run("fleet", "remove", "Nyota");

    assertThat(move.exit()).isEqualTo(4);
    assertThat(move.err())
        .startsWith("Nyota has a rider until 2999-01-01T00:00:00Z and stays as it is.");
    assertThat(remove).isEqualTo(move);
    assertThat(terminal.run("fleet", "list").out())
        .contains("busy until 2999-01-01T00:00:00Z with ride a-ride");
  }

  @Test
  void nobodyOfThatNameHasACodeOfItsOwn() {
    assertThat(terminal.run("fleet", "remove", "Nobody").exit()).isEqualTo(3);
  }

  @Test
  void theNearestComesFirst() {
    terminal.fleet.add(NYOTA);
    terminal.fleet.add(SIMBA);

    Run run = terminal.run("fleet", "list", "--near", "-1.2921,36.8219");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsSubsequence("KM", "Simba", "0.01", "Nyota", "5.74");
  }

  @Test
  void anEmptyFleetSaysHowToFillIt() {
    assertThat(terminal.run("fleet", "list").out()).contains("./rides fleet load fleet.json");
  }

  @Test
  void aListingCanBeLoadedAgain() throws IOException {
    terminal.fleet.add(NYOTA);
    terminal.fleet.add(SIMBA);
    terminal.fleet.lease(InMemoryFleetStore.stallOf(NYOTA), Instant.parse("2999-01-01T00:00:00Z"));
    Path file = folder.resolve("fleet.json");
    Files.writeString(file, terminal.run("fleet", "list", "--json").out());

    Run run = terminal.run("fleet", "load", file.toString());

    assertThat(run)
        .isEqualTo(new Run(0, "0 added, 0 moved, 2 unchanged, 0 refused because busy\n", ""));
  }

  @Test
  void aWrongFileChangesNothing() throws IOException {
    Path file = folder.resolve("fleet.json");
    Files.writeString(
        file,
        """
        [{"Name":"Nyota","Color":"Silver","Gender":"Female","Latitude":-1.258,"Longitude":36.783},
         {"Name":"","Color":"Silver","Gender":"Female","Latitude":-1.258,"Longitude":360}]
        """);

    Run run = terminal.run("fleet", "load", file.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("/1/Name: must not be blank", "/1/Longitude: must be", "Nothing was changed.");
    assertThat(terminal.fleet.isEmpty()).isTrue();
  }

  @Test
  void aLoadTellsWhomItLeft() throws IOException {
    terminal.fleet.add(NYOTA);
    terminal.fleet.lease(InMemoryFleetStore.stallOf(NYOTA), Instant.parse("2999-01-01T00:00:00Z"));
    Path file = folder.resolve("fleet.json");
    Files.writeString(
        file,
        """
        [{"Name":"Nyota","Color":"Silver","Gender":"Female","Latitude":5,"Longitude":5}]
        """);

    Run run = terminal.run("fleet", "load", file.toString());

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).contains("0 added, 0 moved, 0 unchanged, 1 refused because busy");
    assertThat(run.err()).contains("Nyota has a rider until 2999-01-01T00:00:00Z");
  }

  @Test
  void damageIsTold() {
    terminal.fleet.damage(InMemoryFleetStore.stallOf(NYOTA));

    assertThat(terminal.run("fleet", "list").err())
        .startsWith("Nyota is damaged (Color is missing or no text)");
  }

  @Test
  void blankNamesAreAMatterOfUsage() {
    Run run =
        terminal.run("fleet", "add", " ", "--at", "1,1", "--color", "Red", "--gender", "Male");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("NAME must not be blank");
  }
}
