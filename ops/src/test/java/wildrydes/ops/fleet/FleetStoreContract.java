package wildrydes.ops.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;
import wildrydes.ops.fleet.FleetEntry.Standing;

/** What every fleet store must do; each test finds the store empty. */
abstract class FleetStoreContract {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static final PlacedUnicorn SHADOWFAX =
      new PlacedUnicorn(
          new Unicorn("Shadowfax", "White", "Male"), new Location(47.6097, -122.3331));

  /** So near that the key stays the same. */
  private static final Location A_STEP_ON = new Location(47.609701, -122.333101);

  private static final Location FAR_OFF = new Location(-1.2841, 36.8233);

  abstract FleetStore store();

  /** Gives the unicorn to a ride, as the dispatcher does. */
  abstract void lease(Stall stall, Instant until);

  @Test
  void aNewStoreIsEmpty() {
    assertThat(store().isEmpty()).isTrue();
    assertThat(store().entries()).isEmpty();
  }

  @Test
  void anAddedUnicornStandsThereAndIsFree() {
    Change added = store().add(SHADOWFAX);

    assertThat(added).isEqualTo(new Change.Done());
    assertThat(store().isEmpty()).isFalse();
    assertThat(only().placed()).isEqualTo(SHADOWFAX);
    assertThat(only().lease()).isEmpty();
  }

  @Test
  void addingItAgainChangesNothing() {
    store().add(SHADOWFAX);

    assertThat(store().add(SHADOWFAX)).isEqualTo(new Change.Done());
    assertThat(only().placed()).isEqualTo(SHADOWFAX);
  }

  @Test
  void nothingIsAddedOverAnotherOfTheSameKey() {
    store().add(SHADOWFAX);

    Change added = store().add(at(A_STEP_ON));

    assertThat(added).isEqualTo(new Change.Overtaken());
    assertThat(only().placed()).isEqualTo(SHADOWFAX);
  }

  @Test
  void aMovedUnicornStandsOnlyAtItsNewPlace() {
    store().add(SHADOWFAX);

    Change moved = store().replace(only().stall(), at(FAR_OFF), NOW);

    assertThat(moved).isEqualTo(new Change.Done());
    assertThat(only().placed()).isEqualTo(at(FAR_OFF));
  }

  @Test
  void aStepWithinTheSameKeyIsAMoveToo() {
    store().add(SHADOWFAX);
    Stall before = only().stall();

    Change moved = store().replace(before, at(A_STEP_ON), NOW);

    assertThat(moved).isEqualTo(new Change.Done());
    assertThat(only().stall()).isEqualTo(before);
    assertThat(only().placed()).isEqualTo(at(A_STEP_ON));
  }

  @Test
  void aLeasedUnicornIsNotMoved() {
    store().add(SHADOWFAX);
    Instant until = NOW.plusSeconds(60);
    lease(only().stall(), until);
    Standing before = only();

    assertThat(store().replace(before.stall(), at(FAR_OFF), NOW)).isEqualTo(new Change.Busy(until));
    assertThat(store().replace(before.stall(), at(A_STEP_ON), NOW))
        .isEqualTo(new Change.Busy(until));
    assertThat(only()).isEqualTo(before);
  }

  @Test
  void aLeasedUnicornIsNotRemoved() {
    store().add(SHADOWFAX);
    Instant until = NOW.plusSeconds(60);
    lease(only().stall(), until);
    Standing before = only();

    assertThat(store().remove(before.stall(), NOW)).isEqualTo(new Change.Busy(until));
    assertThat(only()).isEqualTo(before);
  }

  @Test
  void aLeaseHoldsToItsLastInstant() {
    store().add(SHADOWFAX);
    lease(only().stall(), NOW);

    assertThat(store().remove(only().stall(), NOW)).isEqualTo(new Change.Busy(NOW));
  }

  @Test
  void aLeaseThatIsOverHoldsNobody() {
    store().add(SHADOWFAX);
    lease(only().stall(), NOW.minusMillis(1));

    assertThat(store().replace(only().stall(), at(A_STEP_ON), NOW)).isEqualTo(new Change.Done());
    assertThat(only().lease()).isEmpty();

    lease(only().stall(), NOW.minusMillis(1));
    assertThat(store().replace(only().stall(), at(FAR_OFF), NOW)).isEqualTo(new Change.Done());
    assertThat(only().lease()).isEmpty();
  }

  @Test
  void aLeaseIsShownWithItsRide() {
    store().add(SHADOWFAX);
    lease(only().stall(), NOW);

    assertThat(only().lease()).isEqualTo(Optional.of(new Lease(NOW, Optional.of("a-ride"))));
  }

  @Test
  void aRemovedUnicornIsGone() {
    store().add(SHADOWFAX);

    assertThat(store().remove(only().stall(), NOW)).isEqualTo(new Change.Done());
    assertThat(store().isEmpty()).isTrue();
  }

  @Test
  void removingAgainIsDoneAlready() {
    store().add(SHADOWFAX);
    Stall stall = only().stall();
    store().remove(stall, NOW);

    assertThat(store().remove(stall, NOW)).isEqualTo(new Change.Done());
  }

  @Test
  void whatIsGoneIsNotMoved() {
    store().add(SHADOWFAX);
    Stall stall = only().stall();
    store().remove(stall, NOW);

    assertThat(store().replace(stall, at(FAR_OFF), NOW)).isEqualTo(new Change.Overtaken());
    assertThat(store().replace(stall, at(A_STEP_ON), NOW)).isEqualTo(new Change.Overtaken());
    assertThat(store().isEmpty()).isTrue();
  }

  private Standing only() {
    assertThat(store().entries()).singleElement().isInstanceOf(Standing.class);
    return (Standing) store().entries().getFirst();
  }

  private static PlacedUnicorn at(Location place) {
    return new PlacedUnicorn(SHADOWFAX.unicorn(), place);
  }
}
