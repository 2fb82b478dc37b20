package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

class BatchFleetTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final Location HERE = new Location(0.02, 0.02);
  private static final Unicorn SHADOWFAX = new Unicorn("Shadowfax", "White", "Male");
  private static final RideId RIDE = new RideId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final RideId SIBLING = new RideId("AAAAAAAAAAAAAAAAAAAAAQ");

  /** Counts the claims that reach the fleet, and fails those it is told to. */
  private static final class CountingFleet implements Fleet {

    final InMemoryFleet fleet = new InMemoryFleet();
    final List<RideId> claims = new ArrayList<>();
    boolean broken;

    @Override
    public List<Look> look(List<Area> areas, int most, RideId ride, Instant now) {
      return fleet.look(areas, most, ride, now);
    }

    @Override
    public Optional<Instant> claim(FreeUnicorn unicorn, RideId ride, Instant now, Instant until) {
      claims.add(ride);
      if (broken) {
        throw new IllegalStateException("the table is away");
      }
      return fleet.claim(unicorn, ride, now, until);
    }
  }

  private final CountingFleet all = new CountingFleet();
  private final BatchFleet batch = new BatchFleet(all);

  @Test
  void aSiblingDoesNotTryForWhatARideHasTriedFor() {
    FreeUnicorn unicorn = added();

    assertThat(batch.claim(unicorn, RIDE, NOW, LATER)).contains(LATER);
    assertThat(batch.claim(unicorn, SIBLING, NOW, LATER)).isEmpty();

    assertThat(all.claims).containsExactly(RIDE);
  }

  @Test
  void whatARideTriedForIsSpokenForToItsSiblingsOnly() {
    FreeUnicorn unicorn = added();
    assertThat(batch.isSpokenFor(unicorn, SIBLING)).isFalse();

    batch.claim(unicorn, RIDE, NOW, LATER);

    assertThat(batch.isSpokenFor(unicorn, SIBLING)).isTrue();
    assertThat(batch.isSpokenFor(unicorn, RIDE)).isFalse();
  }

  @Test
  void aSecondDeliveryOfTheSameRideTriesAgain() {
    FreeUnicorn unicorn = added();

    batch.claim(unicorn, RIDE, NOW, LATER);

    assertThat(batch.claim(unicorn, RIDE, NOW, LATER.plusSeconds(1)))
        .contains(LATER.plusSeconds(1));
  }

  @Test
  void afterAnAttemptThatFailedTheSiblingMayTry() {
    FreeUnicorn unicorn = added();
    all.broken = true;
    assertThatIllegalStateException().isThrownBy(() -> batch.claim(unicorn, RIDE, NOW, LATER));
    all.broken = false;

    assertThat(batch.claim(unicorn, SIBLING, NOW, LATER)).contains(LATER);
  }

  @Test
  void whatStandsElsewhereIsAnother() {
    FreeUnicorn unicorn = added();
    var elsewhere = new Location(-0.02, -0.02);
    all.fleet.add(new Unicorn("Rocinante", "Yellow", "Female"), elsewhere);
    FreeUnicorn other =
        batch
            .look(List.of(Area.whole(Cell.of(elsewhere))), 9, SIBLING, NOW)
            .getFirst()
            .free()
            .getFirst();

    batch.claim(unicorn, RIDE, NOW, LATER);

    assertThat(batch.claim(other, SIBLING, NOW, LATER)).contains(LATER);
  }

  private FreeUnicorn added() {
    all.fleet.add(SHADOWFAX, HERE);
    return batch
        .look(List.of(Area.whole(Cell.of(HERE))), 9, RIDE, NOW)
        .getFirst()
        .free()
        .getFirst();
  }
}
