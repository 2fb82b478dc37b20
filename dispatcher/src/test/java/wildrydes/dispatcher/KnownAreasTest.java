package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.dispatcher.Fleet.Look;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

class KnownAreasTest {

  private static final Area SEATTLE = Area.whole(new Cell("c23nb"));
  private static final Area PART = new Area(SEATTLE.cell(), "c23nb6");
  private static final FreeUnicorn SHADOWFAX =
      new FreeUnicorn(
          SEATTLE.cell(),
          "c23nb62w#Shadowfax",
          new Unicorn("Shadowfax", "White", "Male"),
          new Location(47.6, -122.3),
          false);

  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
  private final KnownAreas knownAreas = new KnownAreas(() -> now);

  @Test
  void aCrowdIsRememberedForTenMinutesFromTheLastTimeItWasSeen() {
    assertThat(knownAreas.isDense(SEATTLE)).isFalse();
    knownAreas.learn(crowded(SEATTLE));
    now = now.plus(Duration.ofMinutes(9));
    knownAreas.learn(crowded(SEATTLE));

    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(knownAreas.isDense(SEATTLE)).isTrue();

    now = now.plusMillis(1);
    assertThat(knownAreas.isDense(SEATTLE)).isFalse();
  }

  @Test
  void whereNobodyIsFreeNobodyIsUntilTheFirstLeaseIsOver() {
    Instant end = now.plusSeconds(30);

    knownAreas.learn(new Look(SEATTLE, List.of(), end, true));

    assertThat(isTaken(SEATTLE, now)).isTrue();
    // As a claim has it: at its very end a lease still holds.
    assertThat(isTaken(SEATTLE, end)).isTrue();
    assertThat(isTaken(SEATTLE, end.plusMillis(1))).isFalse();
  }

  @Test
  void whoWasThereBeforeTheLookMayHaveOneOfTheLeasesThatItSaw() {
    knownAreas.learn(new Look(SEATTLE, List.of(), now.plusSeconds(30), true));

    assertThat(knownAreas.isTaken(SEATTLE, now.minusMillis(1), now)).isFalse();
    assertThat(knownAreas.isTaken(SEATTLE, now, now)).isFalse();
    assertThat(knownAreas.isTaken(SEATTLE, now.plusMillis(1), now)).isTrue();
  }

  @Test
  void whereSomebodyIsFreeHasToBeReadAgain() {
    knownAreas.learn(new Look(SEATTLE, List.of(SHADOWFAX), now.plusSeconds(30), true));

    assertThat(isTaken(SEATTLE, now)).isFalse();
  }

  @Test
  void whatWasReadLastCounts() {
    knownAreas.learn(new Look(SEATTLE, List.of(), now.plusSeconds(30), true));
    knownAreas.learn(new Look(SEATTLE, List.of(SHADOWFAX), now.plusSeconds(30), true));

    assertThat(isTaken(SEATTLE, now)).isFalse();
  }

  @Test
  void aLookThatSawOnlySomeDoesNotSayThatNobodyIsFree() {
    knownAreas.learn(crowded(SEATTLE));

    assertThat(isTaken(SEATTLE, now)).isFalse();
  }

  @Test
  void aCellSaysNothingOfItsPartsNorTheyOfIt() {
    knownAreas.learn(crowded(SEATTLE));
    knownAreas.learn(new Look(PART, List.of(), now.plusSeconds(30), true));

    assertThat(knownAreas.isDense(PART)).isFalse();
    assertThat(isTaken(SEATTLE, now)).isFalse();
  }

  @Test
  void memoryIsBoundedByForgettingTheOldest() {
    knownAreas.learn(crowded(SEATTLE));
    knownAreas.learn(new Look(PART, List.of(), now.plusSeconds(30), true));
    for (int i = 0; i < 10_000; i++) {
      knownAreas.learn(crowded(cell(i)));
      knownAreas.learn(new Look(cell(i), List.of(), now.plusSeconds(30), true));
    }

    assertThat(knownAreas.isDense(SEATTLE)).isFalse();
    assertThat(isTaken(PART, now)).isFalse();
    assertThat(knownAreas.isDense(cell(0))).isTrue();
    assertThat(isTaken(cell(0), now)).isTrue();
  }

  /** For a ride that is requested only after all that was learned. */
  private boolean isTaken(Area area, Instant at) {
    return knownAreas.isTaken(area, now.plusMillis(1), at);
  }

  private Look crowded(Area area) {
    return new Look(area, List.of(), now.plusSeconds(30), false);
  }

  private static Area cell(int number) {
    return Area.whole(new Cell("cell " + number));
  }
}
