package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenseAreasTest {

  private static final Area SEATTLE = Area.whole(new Cell("c23nb"));

  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
  private final DenseAreas denseAreas = new DenseAreas(() -> now);

  @Test
  void anAreaIsRememberedForTenMinutesFromTheLastTimeItWasFoundDense() {
    assertThat(denseAreas.contains(SEATTLE)).isFalse();
    denseAreas.add(SEATTLE);
    now = now.plus(Duration.ofMinutes(9));
    denseAreas.add(SEATTLE);

    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(denseAreas.contains(SEATTLE)).isTrue();

    now = now.plusMillis(1);
    assertThat(denseAreas.contains(SEATTLE)).isFalse();
  }

  @Test
  void aCrowdedCellSaysNothingOfItsParts() {
    denseAreas.add(SEATTLE);

    assertThat(denseAreas.contains(new Area(SEATTLE.cell(), "c23nb6"))).isFalse();
  }

  @Test
  void memoryIsBoundedByForgettingTheOldest() {
    denseAreas.add(SEATTLE);
    for (int i = 0; i < 10_000; i++) {
      denseAreas.add(Area.whole(new Cell("cell " + i)));
    }

    assertThat(denseAreas.contains(SEATTLE)).isFalse();
    assertThat(denseAreas.contains(Area.whole(new Cell("cell 0")))).isTrue();
  }
}
