package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.messages.Location;

class EarthTest {

  @ParameterizedTest
  @CsvSource({
    // One degree of a great circle, over the equator, the pole and the antimeridian.
    "0, 0, 1, 0, 111195.08",
    "0, 0, 0, 1, 111195.08",
    "89.5, 10, 89.5, -170, 111195.08",
    "0, 179.5, 0, -179.5, 111195.08",
    "0, 0, 0, 180, 20015114.4",
    "47.6, -122.3, 47.6, -122.3, 0",
  })
  void distancesAreThoseOfAGreatCircle(
      double latitude, double longitude, double toLatitude, double toLongitude, double meters) {
    double distance =
        Earth.meters(new Location(latitude, longitude), new Location(toLatitude, toLongitude));

    assertThat(distance).isCloseTo(meters, within(0.1));
  }

  @Test
  void noPointOfABoxIsNearerThanTheBox() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double south = random.nextDouble(-90, 89);
      double west = random.nextDouble(-180, 140);
      var box =
          new Box(
              south,
              south + random.nextDouble(0, 90 - south),
              west,
              west + random.nextDouble(0, 40));
      var place = new Location(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      var inside =
          new Location(
              random.nextDouble(box.south(), box.north()),
              random.nextDouble(box.west(), box.east()));

      assertThat(Earth.meters(place, box)).isLessThanOrEqualTo(Earth.meters(place, inside) + 1e-6);
    }
  }

  @Test
  void theDistanceToABoxIsReachedOnItsEdge() {
    var random = new Random(8);
    for (int i = 0; i < 300; i++) {
      double south = random.nextDouble(-90, 85);
      double west = random.nextDouble(-180, 170);
      var box = new Box(south, south + 5, west, west + 10);
      var place = new Location(random.nextDouble(-90, 90), random.nextDouble(-180, 180));

      double sampled = box.spansLongitude(place.longitude()) ? 0 : Double.MAX_VALUE;
      for (int step = 0; step <= 2_000 && sampled > 0; step++) {
        double latitude = south + 5.0 * step / 2_000;
        sampled = Math.min(sampled, Earth.meters(place, new Location(latitude, west)));
        sampled = Math.min(sampled, Earth.meters(place, new Location(latitude, west + 10)));
      }

      if (sampled > 0) {
        assertThat(Earth.meters(place, box)).isCloseTo(sampled, within(300.0));
      }
    }
  }
}
