package wildrydes.ops.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.ops.fleet.InMemoryFleetStore.stallOf;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

class FleetTableTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final PlacedUnicorn NYOTA = unicorn("Nyota", 1);
  private static final PlacedUnicorn SIMBA = unicorn("Simba", 2);

  private final InMemoryFleetStore store = new InMemoryFleetStore();
  private final FleetTable fleet = new FleetTable(store, () -> NOW);

  @Test
  void aNameIsGivenOnceWhereverTheOtherStands() {
    fleet.add(NYOTA);

    assertThat(fleet.add(unicorn("Nyota", 40))).isEqualTo(new Answer.NameTaken());
    assertThat(placed()).containsExactly(NYOTA);
  }

  @Test
  void aMovedUnicornKeepsItsLooks() {
    fleet.add(NYOTA);

    assertThat(fleet.move("Nyota", new Location(40, 40))).isEqualTo(new Answer.Done());
    assertThat(placed()).containsExactly(new PlacedUnicorn(NYOTA.unicorn(), new Location(40, 40)));
  }

  @Test
  void aBusyUnicornIsNeitherMovedNorRemoved() {
    fleet.add(NYOTA);
    store.lease(stallOf(NYOTA), LATER);

    assertThat(fleet.move("Nyota", new Location(40, 40))).isEqualTo(new Answer.Busy(LATER));
    assertThat(fleet.remove("Nyota")).isEqualTo(new Answer.Busy(LATER));
    assertThat(placed()).containsExactly(NYOTA);
  }

  @Test
  void nobodyOfThatNameIsAnAnswer() {
    assertThat(fleet.move("Nobody", new Location(1, 1))).isEqualTo(new Answer.NoSuchUnicorn());
    assertThat(fleet.remove("Nobody")).isEqualTo(new Answer.NoSuchUnicorn());
  }

  @Test
  void ofTwoWithOneNameNeitherIsMovedButBothAreRemoved() {
    store.add(NYOTA);
    store.add(unicorn("Nyota", 40));

    assertThat(fleet.move("Nyota", new Location(1, 1)))
        .isEqualTo(new Answer.Unclear("the table has 2 of that name"));
    assertThat(fleet.remove("Nyota")).isEqualTo(new Answer.Done());
    assertThat(fleet.isEmpty()).isTrue();
  }

  @Test
  void aLoadAddsMovesAndLeavesAlone() {
    PlacedUnicorn stranger = unicorn("Stranger", 50);
    fleet.load(List.of(NYOTA, SIMBA, stranger));

    LoadReport report = fleet.load(List.of(NYOTA, unicorn("Simba", 30), unicorn("Upepo", 3)));

    assertThat(report).isEqualTo(new LoadReport(1, 1, 1, List.of(), List.of()));
    assertThat(placed())
        .containsExactlyInAnyOrder(NYOTA, unicorn("Simba", 30), unicorn("Upepo", 3), stranger);
  }

  @Test
  void aSecondLoadFindsNothingToDo() {
    List<PlacedUnicorn> many =
        IntStream.range(0, 500).mapToObj(i -> unicorn("Unicorn " + i, i % 80)).toList();
    var steps = new AtomicInteger();

    LoadReport first = fleet.load(many, steps::incrementAndGet);
    LoadReport second = fleet.load(many, steps::incrementAndGet);

    assertThat(first).isEqualTo(new LoadReport(500, 0, 0, List.of(), List.of()));
    assertThat(second).isEqualTo(new LoadReport(0, 0, 500, List.of(), List.of()));
    assertThat(steps).hasValue(1000);
  }

  @Test
  void aLoadLeavesTheBusyAndSaysSo() {
    fleet.load(List.of(NYOTA, SIMBA));
    store.lease(stallOf(NYOTA), LATER);
    store.lease(stallOf(SIMBA), LATER);

    LoadReport report = fleet.load(List.of(unicorn("Nyota", 30), SIMBA));

    assertThat(report)
        .isEqualTo(
            new LoadReport(0, 0, 1, List.of(new LoadReport.Busy("Nyota", LATER)), List.of()));
    assertThat(report.complete()).isFalse();
    assertThat(placed()).containsExactlyInAnyOrder(NYOTA, SIMBA);
  }

  @Test
  void aLoadPutsDamageRightAndLeavesTwinsAlone() {
    store.damage(stallOf(NYOTA));
    store.add(SIMBA);
    store.add(unicorn("Simba", 40));

    LoadReport report = fleet.load(List.of(NYOTA, unicorn("Simba", 41)));

    assertThat(report).isEqualTo(new LoadReport(0, 1, 0, List.of(), List.of("Simba")));
    assertThat(placed()).containsExactlyInAnyOrder(NYOTA, SIMBA, unicorn("Simba", 40));
  }

  private List<PlacedUnicorn> placed() {
    return fleet.entries().stream()
        .map(FleetEntry.Standing.class::cast)
        .map(FleetEntry.Standing::placed)
        .toList();
  }

  private static PlacedUnicorn unicorn(String name, int degrees) {
    return new PlacedUnicorn(new Unicorn(name, "Gray", "Male"), new Location(degrees, degrees));
  }
}
