package wildrydes.benchmarks.searching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.benchmarks.searching.CountedFleet.Cost;

/** What a search reads, so that nobody makes it read more without noticing. */
class SearchesTest {

  private static final int SEED = 7;

  /** Exact, for all is seeded: whoever changes the search sees what that does, and to whom. */
  @ParameterizedTest
  @CsvSource({
    "false,   1000, 0.0, 522,  4, 261.0",
    "false,   1000, 0.8, 1012,  9, 506.0",
    "false,  10000, 0.8, 445,  4, 883.5",
    "false, 100000, 0.0, 520,  4, 658.0",
    "false, 100000, 0.8, 677,  5, 1026.0",
    "true,    1000, 0.8, 913, 18, 640.0",
    "true,   10000, 0.8, 677, 11, 681.0",
    "true,  100000, 0.8, 693,  7, 1517.5"
  })
  void threeHundredSearchesReadLittleHoweverManyUnicornsThereAre(
      boolean clustered, int unicorns, double busy, int queries, double p99, double units) {
    var city = new City(clustered, SEED);
    var fleet = new CountedFleet(city.places(unicorns, 2), busy, SEED);

    var searches = Searches.of(fleet, city.places(300, 1), 50);

    assertThat(searches.wrong()).isZero();
    assertThat(fleet.cost().queries()).isEqualTo(queries);
    assertThat(searches.p99(Cost::queries)).isEqualTo(p99);
    assertThat(fleet.cost().units()).isEqualTo(units);
  }
}
