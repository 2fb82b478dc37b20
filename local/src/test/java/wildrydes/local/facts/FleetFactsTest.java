package wildrydes.local.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.local.facts.FleetFacts.Standee;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;
import wildrydes.ops.fleet.FleetEntry;
import wildrydes.ops.fleet.Lease;
import wildrydes.ops.fleet.PlacedUnicorn;
import wildrydes.ops.fleet.Stall;

class FleetFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:51:45.826Z");
  private static final Stall STALL = new Stall("c23nb", "c23nb62w#Amalthea");

  @Test
  void aUnicornIsBusyUntilItsLeaseIsOver() {
    var free = standing(Optional.empty());
    var busy = standing(Optional.of(new Lease(NOW.plusMillis(1), Optional.of("ride"))));
    var freeAgain = standing(Optional.of(new Lease(NOW.minusMillis(1), Optional.of("ride"))));
    var damaged = new FleetEntry.Damaged(STALL, "Latitude is missing");

    var facts = FleetFacts.of(List.of(free, busy, freeAgain, damaged), NOW);

    var standee = new Standee("Amalthea", "Silver", "Female", 47.6, -122.3, null, null);
    var leased =
        new Standee("Amalthea", "Silver", "Female", 47.6, -122.3, NOW.toEpochMilli() + 1, "ride");
    assertThat(facts)
        .isEqualTo(
            new FleetFacts(NOW.toEpochMilli(), 4, 2, 1, 1, List.of(standee, leased, standee)));
  }

  @Test
  void ofAHugeFleetAllAreCountedAndManyAreTold() {
    List<FleetEntry> fleet =
        Stream.<FleetEntry>generate(() -> standing(Optional.empty()))
            .limit(FleetFacts.AT_MOST + 1)
            .toList();

    var facts = FleetFacts.of(fleet, NOW);

    assertThat(facts.unicorns()).hasSize(FleetFacts.AT_MOST);
    assertThat(facts.total()).isEqualTo(FleetFacts.AT_MOST + 1);
    assertThat(facts.free()).isEqualTo(FleetFacts.AT_MOST + 1);
  }

  private static FleetEntry standing(Optional<Lease> lease) {
    var unicorn = new Unicorn("Amalthea", "Silver", "Female");
    return new FleetEntry.Standing(
        STALL, new PlacedUnicorn(unicorn, new Location(47.6, -122.3)), lease);
  }
}
