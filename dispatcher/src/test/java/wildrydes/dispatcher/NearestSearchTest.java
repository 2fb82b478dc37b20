package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;

class NearestSearchTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final RideId OTHER = new RideId("AAAAAAAAAAAAAAAAAAAAAQ");
  private static final Location SEATTLE = new Location(47.6, -122.3);
  private static final int FLEETS = 4_000;
  private static final int CITIES = 200;

  /** A unicorn as the brute force knows it. */
  private record Known(String name, double meters, boolean free) {}

  /**
   * Against brute force, over cities, poles, the antimeridian and the edges of cells, with crowds
   * at one spot, busy unicorns and empty surroundings.
   */
  @Test
  void theSearchFindsExactlyTheFreeOnesNearestFirst() {
    for (long seed = 0; seed < FLEETS; seed++) {
      var random = new Random(seed);
      Location pickup = pickup(random);
      double reach = random.nextInt(4) == 0 ? 2_500 : 10_000;
      var fleet = new InMemoryFleet();
      List<Known> known = populate(fleet, pickup, random);

      var knownAreas =
          new KnownAreas(random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 256, () -> NOW);
      List<String> found = search(fleet, knownAreas, pickup, reach);

      List<String> expected =
          known.stream()
              .filter(unicorn -> unicorn.free() && unicorn.meters() <= reach)
              .sorted(Comparator.comparingDouble(Known::meters).thenComparing(Known::name))
              .map(Known::name)
              .toList();
      assertThat(found).as("seed %d", seed).isEqualTo(expected);
      assertThat(search(fleet, knownAreas, pickup, reach)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /**
   * Beside one that remembers nothing, while rides take unicorns and leases end, and some rides are
   * asked for once more, who may have a unicorn by then.
   */
  @Test
  void aSearchThatRemembersFindsWhomOneFindsThatReadsEverything() {
    int saved = 0;
    for (long seed = 0; seed < CITIES; seed++) {
      var random = new Random(seed);
      var fleet = new InMemoryFleet();
      for (int i = 0; i < 40; i++) {
        fleet.add(new Unicorn("U" + i, "White", "Male"), near(SEATTLE, 0.05, random));
      }
      Instant[] now = {NOW};
      int limit = 1 + random.nextInt(9);
      var knownAreas = new KnownAreas(limit, () -> now[0]);
      List<RideRequested> requests = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        now[0] = now[0].plusMillis(1 + random.nextInt(10_000));
        requests.add(new RideRequested(ride(i), "alice", near(SEATTLE, 0.05, random), now[0]));
        RideRequested request = requests.get(random.nextInt(4) == 0 ? random.nextInt(i + 1) : i);

        int before = fleet.reads().size();
        var found = new NearestSearch(fleet, knownAreas, request, now[0], 10_000).next();
        int between = fleet.reads().size();
        var forgetful = new KnownAreas(limit, () -> NOW);
        var expected = new NearestSearch(fleet, forgetful, request, now[0], 10_000).next();

        assertThat(found).as("seed %d, ride %d", seed, i).isEqualTo(expected);
        saved += fleet.reads().size() - between - (between - before);
        Instant until = now[0].plusMillis(random.nextInt(300_000));
        expected.ifPresent(f -> fleet.claim(f.unicorn(), request.rideId(), now[0], until));
      }
    }
    assertThat(saved).as("reads that were saved").isPositive();
  }

  @Test
  void aUnicornInTheMiddleOfThePickupsCellIsFoundWithOneRead() {
    var pickup = new Location(0.02, 0.02);
    var fleet = new InMemoryFleet();
    fleet.add(new Unicorn("Near", "White", "Male"), new Location(0.021, 0.02));

    var found =
        new NearestSearch(fleet, new KnownAreas(() -> NOW), request(pickup), NOW, 10_000).next();

    assertThat(found).isPresent();
    assertThat(fleet.reads()).containsExactly(Area.whole(Cell.of(pickup)));
  }

  @Test
  void whatIsCrowdedIsReadInPartsOnceThatIsKnown() {
    var pickup = new Location(0.02, 0.02);
    var fleet = new InMemoryFleet();
    for (int i = 0; i < 300; i++) {
      fleet.add(new Unicorn("U" + i, "White", "Male"), new Location(0.0201 + i * 1e-6, 0.02));
    }
    var knownAreas = new KnownAreas(() -> NOW);

    new NearestSearch(fleet, knownAreas, request(pickup), NOW, 10_000).next();
    new NearestSearch(fleet, knownAreas, request(pickup), NOW, 10_000).next();

    assertThat(fleet.reads())
        .as("the cell, its part, the part of that; then at once the last")
        .extracting(area -> area.prefix().length())
        .containsExactly(0, 6, 7, 7);
  }

  @Test
  void aSearchThatFindsNobodyReadsEverMoreCellsAtOnce() {
    var fleet = new InMemoryFleet();
    var pickup = new Location(0.02, 0.02);

    assertThat(search(fleet, new KnownAreas(() -> NOW), pickup, 10_000)).isEmpty();

    assertThat(fleet.rounds()).startsWith(1, 1, 1, 2, 4, 8).hasSizeLessThan(10);
    assertThat(fleet.reads())
        .hasSameSizeAs(CellGrid.around(pickup, 10_000))
        .doesNotHaveDuplicates();
  }

  @Test
  void aUnicornThatTheRideHasComesFirstThoughAnotherIsNearer() {
    var pickup = new Location(0.02, 0.02);
    var fleet = new InMemoryFleet();
    fleet.add(new Unicorn("Ours", "White", "Male"), new Location(0.03, 0.02));
    fleet.claim(all(fleet, Cell.of(pickup), RIDE).getFirst(), RIDE, NOW, NOW.plusSeconds(300));
    fleet.add(new Unicorn("Nearer", "White", "Male"), new Location(0.021, 0.02));

    assertThat(search(fleet, new KnownAreas(() -> NOW), pickup, 10_000))
        .containsExactly("Ours", "Nearer");
  }

  private static List<String> search(
      InMemoryFleet fleet, KnownAreas knownAreas, Location pickup, double reach) {
    var search = new NearestSearch(fleet, knownAreas, request(pickup), NOW, reach);
    List<String> names = new ArrayList<>();
    for (var found = search.next(); found.isPresent(); found = search.next()) {
      names.add(found.get().unicorn().unicorn().name());
    }
    return names;
  }

  private static List<FreeUnicorn> all(InMemoryFleet fleet, Cell cell, RideId ride) {
    return fleet.look(List.of(Area.whole(cell)), 100_000, ride, NOW).getFirst().free();
  }

  private static RideId ride(int number) {
    return RideId.of(ByteBuffer.allocate(16).putInt(number).array());
  }

  private static RideRequested request(Location pickup) {
    return new RideRequested(RIDE, "alice", pickup, NOW);
  }

  private static Location pickup(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Location(90 - random.nextDouble(0.2), random.nextDouble(-180, 180));
      case 1 -> new Location(-90 + random.nextDouble(0.2), random.nextDouble(-180, 180));
      case 2 -> new Location(random.nextBoolean() ? 90 : -90, random.nextDouble(-180, 180));
      case 3 -> new Location(random.nextDouble(-80, 80), random.nextBoolean() ? 180 : -180);
      case 4 -> new Location(random.nextDouble(-80, 80), 180 - random.nextDouble(0.05));
      // Corners of cells, five characters and polar ones.
      case 5 -> new Location(random.nextInt(3800) * 180.0 / 4096 - 85, 0.0439453125 * 7);
      case 6 -> new Location(random.nextBoolean() ? 84.375 : -84.375, random.nextInt(360) - 180);
      default -> new Location(random.nextDouble(-70, 70), random.nextDouble(-180, 180));
    };
  }

  private static List<Known> populate(InMemoryFleet fleet, Location pickup, Random random) {
    int size = random.nextInt(40);
    double busyShare = random.nextInt(5) / 4.0;
    double spread = random.nextBoolean() ? 0.01 : 0.12;
    List<Known> known = new ArrayList<>();
    Location last = pickup;
    for (int i = 0; i < size; i++) {
      boolean crowded = random.nextInt(5) == 0;
      Location location = crowded ? last : near(pickup, spread, random);
      last = location;
      var unicorn = new Unicorn("U" + random.nextInt(100) + "-" + i, "White", "Male");
      fleet.add(unicorn, location);
      boolean free = random.nextDouble() >= busyShare;
      if (!free) {
        var added =
            all(fleet, Cell.of(location), OTHER).stream()
                .filter(candidate -> candidate.unicorn().equals(unicorn))
                .findFirst()
                .orElseThrow();
        fleet.claim(added, OTHER, NOW, NOW.plusSeconds(random.nextInt(300)));
      }
      known.add(new Known(unicorn.name(), Earth.meters(pickup, location), free));
    }
    return known;
  }

  private static Location near(Location place, double spread, Random random) {
    double latitude = place.latitude() + random.nextGaussian() * spread;
    double scale = Math.max(1e-3, Math.cos(Math.toRadians(latitude)));
    double longitude = place.longitude() + random.nextGaussian() * spread / scale;
    if (Math.abs(latitude) > 90) {
      latitude = Math.copySign(180, latitude) - latitude;
      longitude += 180;
    }
    return new Location(latitude, Math.IEEEremainder(longitude, 360));
  }
}
