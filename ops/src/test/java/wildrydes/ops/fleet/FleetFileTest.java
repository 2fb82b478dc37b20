package wildrydes.ops.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

class FleetFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aFileIsReadInItsOrder() throws Exception {
    Path file =
        file(
            """
            [{"Name":"Nyota","Color":"Silver","Gender":"Female","Latitude":-1.258,"Longitude":36.783},
             {"Name":"Simba","Color":"Tawny","Gender":"Male","Latitude":90,"Longitude":-180}]
            """);

    assertThat(FleetFile.read(file))
        .containsExactly(
            new PlacedUnicorn(
                new Unicorn("Nyota", "Silver", "Female"), new Location(-1.258, 36.783)),
            new PlacedUnicorn(new Unicorn("Simba", "Tawny", "Male"), new Location(90, -180)));
  }

  @Test
  void aListingOfBusyUnicornsCanBeReadAgain() throws Exception {
    Path file =
        file(
            """
            [{"Name":"Nyota","Color":"Silver","Gender":"Female","Latitude":1,"Longitude":2,
              "BusyUntil":"2026-03-01T12:00:00Z","RideId":"AAAAAAAAAAAAAAAAAAAAAA"}]
            """);

    assertThat(FleetFile.read(file)).hasSize(1);
  }

  @Test
  void theFleetOfTheRepositoryIsSound() throws Exception {
    List<PlacedUnicorn> fleet = FleetFile.read(Path.of("..", "fleet.json"));

    Set<String> seeds = new HashSet<>(Set.of("Bucephalus", "Shadowfax", "Rocinante"));
    fleet.forEach(unicorn -> seeds.remove(unicorn.name()));
    assertThat(seeds).isEmpty();
    assertThat(fleet).hasSizeGreaterThan(50);
  }

  @Test
  void everyProblemIsToldAtOnce() throws Exception {
    assertThat(
            problemsOf(
                """
                [{"Name":"A","Color":"Red","Gender":"Male","Latitude":91,"Longitude":"east"},
                 {"Color":" ","Gender":7,"Latitude":1e400,"Longitude":-180.1,"Lat":1},
                 "B",
                 {"Name":"A","Color":"Red","Gender":"Male","Latitude":1,"Longitude":2},
                 {"Name":"C\\u001b[2J","Color":"Red ","Gender":"Male","Latitude":1,"Longitude":null}]
                """))
        .containsExactly(
            "/0/Latitude: must be from -90 to 90",
            "/0/Longitude: must be a number",
            "/1/Lat: is not a field of a unicorn",
            "/1/Name: is missing",
            "/1/Color: must not be blank",
            "/1/Gender: must be text",
            "/1/Latitude: must be from -90 to 90",
            "/1/Longitude: must be from -180 to 180",
            "/2: must be an object",
            "/3/Name: is the name of unicorn /0 already",
            "/4/Name: must not contain control characters",
            "/4/Color: must not begin or end with a space",
            "/4/Longitude: must be a number");
  }

  @Test
  void brokenJsonIsToldByLineAndColumn() throws Exception {
    assertThat(problemsOf("[\n  {\"Name\": }\n]"))
        .singleElement()
        .asString()
        .startsWith("line 2, column 12: it is not JSON: Unexpected character ('}'");
    assertThat(problemsOf("[] []")).singleElement().asString().contains("more follows its end");
    assertThat(problemsOf("[{\"Name\":\"A\",\"Name\":\"B\"}]"))
        .singleElement()
        .asString()
        .contains("line 1", "Duplicate field 'Name'");
  }

  @Test
  void whatIsNoArrayIsNoFleet() throws Exception {
    assertThat(problemsOf("{}")).containsExactly("it must hold a JSON array of unicorns");
    assertThat(problemsOf("")).containsExactly("it must hold a JSON array of unicorns");
  }

  @Test
  void aMissingFileIsToldAsSuch() {
    var failure =
        catchThrowableOfType(
            FleetFileException.class, () -> FleetFile.read(folder.resolve("none.json")));

    assertThat(failure.problems()).containsExactly("there is no such file");
  }

  private List<String> problemsOf(String text) throws IOException {
    Path file = file(text);
    return catchThrowableOfType(FleetFileException.class, () -> FleetFile.read(file)).problems();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("fleet.json"), text);
  }
}
