package wildrydes.benchmarks.racing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import wildrydes.benchmarks.searching.City;
import wildrydes.messages.Location;

/** Where riders and unicorns are. */
enum Crowd {
  EVEN("even"),
  CLUSTERED("clustered"),
  /** All riders at one place, and the unicorns around it, half of them within some 3 km. */
  STADIUM("one stadium");

  private static final Location GATE = new Location(47.6, -122.3);
  private static final double GATE_DEGREES = 0.001;
  private static final double AROUND_DEGREES = 0.025;

  final String text;

  Crowd(String text) {
    this.text = text;
  }

  List<Location> riders(int count, long seed) {
    return this == STADIUM ? around(count, GATE_DEGREES, seed) : city(seed).places(count, 1);
  }

  List<Location> unicorns(int count, long seed) {
    return this == STADIUM ? around(count, AROUND_DEGREES, ~seed) : city(seed).places(count, 2);
  }

  private City city(long seed) {
    return new City(this == CLUSTERED, seed);
  }

  private static List<Location> around(int count, double degrees, long seed) {
    var random = new SplittableRandom(seed);
    double east = degrees / Math.cos(Math.toRadians(GATE.latitude()));
    return Stream.generate(
            () ->
                new Location(
                    GATE.latitude() + degrees * random.nextGaussian(),
                    GATE.longitude() + east * random.nextGaussian()))
        .limit(count)
        .toList();
  }
}
