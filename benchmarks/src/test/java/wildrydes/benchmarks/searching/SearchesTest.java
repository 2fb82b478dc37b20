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
    "false,   1000, 0.8,  817,  7, 408.5",
    "false,   1000, 0.95, 955, 11, 477.5",
    "false,  10000, 0.8,  464,  4, 918.0",
    "false, 100000, 0.0,  520,  4, 658.0",
    "false, 100000, 0.8,  671,  5, 1020.5",
    "true,    1000, 0.8,  690, 13, 531.0",
    "true,    1000, 0.95, 861, 16, 700.0",
    "true,   10000, 0.8,  631,  7, 647.5",
    "true,  100000, 0.8,  686,  7, 1497.0"
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
