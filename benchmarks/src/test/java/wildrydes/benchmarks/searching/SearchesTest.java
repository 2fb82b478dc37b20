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
    "false,   1000, 0.0,  520,  4, 260.0",
    "false,   1000, 0.8,  815,  6, 407.5",
    "false,   1000, 0.95, 948, 11, 474.0",
    "false,  10000, 0.8,  464,  4, 918.0",
    "false, 100000, 0.0,  520,  4, 658.0",
    "false, 100000, 0.8,  670,  5, 1020.0",
    "true,    1000, 0.8,  684, 12, 528.0",
    "true,    1000, 0.95, 858, 17, 697.5",
    "true,   10000, 0.8,  623,  7, 643.5",
    "true,  100000, 0.8,  675,  7, 1491.5"
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
