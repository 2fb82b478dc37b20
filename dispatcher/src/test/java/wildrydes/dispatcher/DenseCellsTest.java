package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenseCellsTest {

  private static final Cell SEATTLE = new Cell("c23nb");

  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
  private final DenseCells denseCells = new DenseCells(() -> now);

  @Test
  void aCellIsRememberedForTenMinutesFromTheLastTimeItWasFoundDense() {
    assertThat(denseCells.contains(SEATTLE)).isFalse();
    denseCells.add(SEATTLE);
    now = now.plus(Duration.ofMinutes(9));
    denseCells.add(SEATTLE);

    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(denseCells.contains(SEATTLE)).isTrue();

    now = now.plusMillis(1);
    assertThat(denseCells.contains(SEATTLE)).isFalse();
  }

  @Test
  void memoryIsBoundedByForgettingTheOldest() {
    denseCells.add(SEATTLE);
    for (int i = 0; i < 10_000; i++) {
      denseCells.add(new Cell("cell " + i));
    }

    assertThat(denseCells.contains(SEATTLE)).isFalse();
    assertThat(denseCells.contains(new Cell("cell 0"))).isTrue();
  }
}
