package wildrydes.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Spread.of(Stream.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
  }

  @Test
  void ofAnEvenNumberItIsBetweenTheMiddleTwo() {
    assertThat(Spread.of(Stream.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
  }
}
