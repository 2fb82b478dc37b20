package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.hsr.geohash.GeoHash;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.dispatcher.CellGrid.Near;
import wildrydes.messages.Location;

class CellGridTest {

  private static final double REACH = 10_000;

  @ParameterizedTest
  @CsvSource({
    "47.6, -122.3",
    "0, 0",
    "0, 180",
    "0, -180",
    "90, 0",
    "-90, 77",
    "84.375, 12",
    "84.3749, 12",
    "-84.375, 179.999",
    "-84.3751, -180",
    "89.99, 180",
    "60, 0.0439453125",
  })
  void everyPlaceWithinReachLiesInOneOfTheCells(double latitude, double longitude) {
    var place = new Location(latitude, longitude);
    List<Near> cells = CellGrid.around(place, REACH);

    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      Location other = near(place, random);
      double meters = Earth.meters(place, other);
      if (meters <= REACH) {
        assertThat(cells)
            .filteredOn(near -> near.area().cell().equals(Cell.of(other)))
            .singleElement()
            .satisfies(near -> assertThat(near.meters()).isLessThanOrEqualTo(meters + 1e-3));
      }
    }
  }

  @Test
  void eachCellComesOnceAndThePickupsOwnHasNoDistance() {
    var place = new Location(47.6, -122.3);

    List<Near> cells = CellGrid.around(place, REACH);

    assertThat(cells).extracting(Near::area).doesNotHaveDuplicates();
    assertThat(cells)
        .filteredOn(near -> near.meters() == 0)
        .extracting(Near::area)
        .containsExactly(Area.whole(Cell.of(place)));
  }

  @Test
  void thePartsOfAnAreaHoldEveryPlaceInItOnceAndNoOther() {
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      var place = new Location(random.nextDouble(-84, 84), random.nextDouble(-180, 180));
      Near cell =
          CellGrid.around(place, REACH).stream()
              .filter(near -> near.area().equals(Area.whole(Cell.of(place))))
              .findFirst()
              .orElseThrow();

      Near part = onlyPartWith(place, cell, 6);
      onlyPartWith(place, part, 7);
    }
  }

  private static Near onlyPartWith(Location place, Near area, int characters) {
    String prefix =
        GeoHash.geoHashStringWithCharacterPrecision(
            place.latitude(), place.longitude(), characters);
    String around = prefix.substring(0, characters - 1);

    List<Near> parts = CellGrid.partsOf(area, place, REACH);

    assertThat(parts).hasSize(32);
    assertThat(parts).extracting(part -> part.area().prefix()).doesNotHaveDuplicates();
    assertThat(parts).allMatch(part -> part.area().prefix().startsWith(around));
    Near part =
        parts.stream().filter(p -> p.area().prefix().equals(prefix)).findFirst().orElseThrow();
    assertThat(part.meters()).isZero();
    return part;
  }

  @Test
  void noPlaceOnEarthNeedsManyCells() {
    var random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      var place = new Location(random.nextDouble(-90, 90), random.nextDouble(-180, 180));

      assertThat(CellGrid.around(place, REACH)).hasSizeLessThan(300);
    }
    for (double latitude = 80; latitude <= 90; latitude += 0.01) {
      assertThat(CellGrid.around(new Location(latitude, 1), REACH)).hasSizeLessThan(300);
    }
  }

  @Test
  void aCellIsAStandardGeohash() {
    assertThat(Cell.of(new Location(47.6174755835663, -122.28837066650185)))
        .isEqualTo(new Cell("c23nc"));
    assertThat(Cell.of(new Location(57.64911, 10.40744))).isEqualTo(new Cell("u4pru"));
    assertThat(Cell.of(new Location(90, 0))).isEqualTo(new Cell("up"));
  }

  private static Location near(Location place, Random random) {
    double latitude = place.latitude() + random.nextDouble(-0.09, 0.09);
    double longitudes = Math.min(180, 0.09 / Math.max(1e-3, Math.cos(Math.toRadians(latitude))));
    double longitude = place.longitude() + random.nextDouble(-longitudes, longitudes);
    return wrapped(latitude, longitude);
  }

  private static Location wrapped(double latitude, double longitude) {
    if (Math.abs(latitude) > 90) {
      return wrapped(Math.copySign(180, latitude) - latitude, longitude + 180);
    }
    return new Location(latitude, Math.IEEEremainder(longitude, 360));
  }
}
