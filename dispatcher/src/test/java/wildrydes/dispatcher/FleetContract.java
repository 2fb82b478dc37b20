package wildrydes.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.hsr.geohash.GeoHash;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.dispatcher.Fleet.Look;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/** What every fleet must do, in memory and in DynamoDB alike. */
public abstract class FleetContract {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant LATER = NOW.plusSeconds(300);

  private final Random random = new SecureRandom();

  /** A cell of this test's own: no other test's unicorns are there. */
  private final Location here =
      new Location(random.nextDouble(-80, 80), random.nextDouble(-180, 180));

  private final Cell cell = Cell.of(here);
  private final Unicorn shadowfax = new Unicorn("Shadowfax", "White", "Male");
  private final RideId ride = ride();
  private final RideId otherRide = ride();

  protected abstract Fleet fleet();

  protected abstract void add(Unicorn unicorn, Location location);

  protected abstract void remove(FreeUnicorn unicorn);

  @Test
  public void aUnicornThatNobodyHasIsFree() {
    add(shadowfax, here);

    var free = freeIn(cell, ride, NOW);

    assertThat(free).hasSize(1);
    assertThat(free.getFirst().cell()).isEqualTo(cell);
    assertThat(free.getFirst().unicorn()).isEqualTo(shadowfax);
    assertThat(free.getFirst().location()).isEqualTo(here);
    assertThat(free.getFirst().alreadyOurs()).isFalse();
  }

  @Test
  public void onlyTheCellsOwnUnicornsAreFound() {
    add(shadowfax, here);

    Cell elsewhere = Cell.of(new Location(-here.latitude(), here.longitude()));

    assertThat(freeIn(elsewhere, ride, NOW)).isEmpty();
  }

  @Test
  public void allUnicornsOfOneSpotAreFound() {
    add(shadowfax, here);
    add(new Unicorn("Rocinante", "Yellow", "Female"), here);

    assertThat(freeIn(cell, ride, NOW))
        .extracting(free -> free.unicorn().name())
        .containsExactlyInAnyOrder("Shadowfax", "Rocinante");
  }

  @Test
  public void aClaimHoldsUntilItsLeaseIsOver() {
    FreeUnicorn unicorn = added();

    assertThat(fleet().claim(unicorn, ride, NOW, LATER)).contains(LATER);

    assertThat(freeIn(cell, otherRide, NOW)).isEmpty();
    assertThat(fleet().claim(unicorn, otherRide, NOW, LATER.plusSeconds(1))).isEmpty();
    assertThat(freeIn(cell, otherRide, LATER)).isEmpty();
    assertThat(fleet().claim(unicorn, otherRide, LATER, LATER.plusSeconds(1))).isEmpty();
  }

  @Test
  public void aLeaseEndsByItself() {
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, ride, NOW, LATER);
    Instant afterwards = LATER.plusMillis(1);

    assertThat(freeIn(cell, otherRide, afterwards)).containsExactly(unicorn);
    assertThat(fleet().claim(unicorn, otherRide, afterwards, afterwards.plusSeconds(1)))
        .contains(afterwards.plusSeconds(1));
    assertThat(fleet().claim(unicorn, ride, afterwards, afterwards.plusSeconds(9))).isEmpty();
  }

  @Test
  public void aRideFindsAndRenewsItsOwnClaim() {
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, ride, NOW, LATER);

    assertThat(freeIn(cell, ride, NOW)).singleElement().returns(true, FreeUnicorn::alreadyOurs);
    assertThat(fleet().claim(unicorn, ride, NOW, LATER.plusSeconds(9)))
        .contains(LATER.plusSeconds(9));
    assertThat(fleet().claim(unicorn, otherRide, LATER.plusSeconds(9), LATER.plusSeconds(99)))
        .isEmpty();
  }

  @Test
  public void aClaimThatHasLapsedIsNoLongerTheRides() {
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, ride, NOW, LATER);

    assertThat(freeIn(cell, ride, LATER)).singleElement().returns(true, FreeUnicorn::alreadyOurs);
    assertThat(freeIn(cell, ride, LATER.plusMillis(1)))
        .singleElement()
        .returns(false, FreeUnicorn::alreadyOurs);
  }

  @Test
  public void aSlowerClaimOfTheSameRideDoesNotShortenTheLease() {
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, ride, NOW.plusSeconds(200), LATER.plusSeconds(200));

    Optional<Instant> slower = fleet().claim(unicorn, ride, NOW, LATER);

    assertThat(slower).contains(LATER.plusSeconds(200));
    Instant between = LATER.plusSeconds(100);
    assertThat(fleet().claim(unicorn, otherRide, between, between.plusSeconds(1))).isEmpty();
  }

  @Test
  public void aRemovedUnicornCannotBeClaimedAndDoesNotComeBack() {
    FreeUnicorn unicorn = added();
    remove(unicorn);

    assertThat(fleet().claim(unicorn, ride, NOW, LATER)).isEmpty();

    assertThat(freeIn(cell, ride, NOW)).isEmpty();
  }

  @Test
  public void oneOfManyRacingRidesGetsTheUnicorn() throws Exception {
    FreeUnicorn unicorn = added();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<Instant>>> claims =
          Stream.generate(FleetContract::ride)
              .limit(32)
              .<Callable<Optional<Instant>>>map(
                  racer -> () -> fleet().claim(unicorn, racer, NOW, LATER))
              .toList();

      long won =
          threads.invokeAll(claims).stream().filter(claim -> claim.resultNow().isPresent()).count();

      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  public void aPartOfACellHoldsOnlyItsOwn() {
    add(shadowfax, here);
    var there = Cell.of(here);
    Area part = part(6);
    Area other = new Area(there, there.geohash() + (part.prefix().endsWith("0") ? "1" : "0"));

    List<Look> looks = fleet().look(List.of(other, part, Area.whole(there)), 10, ride, NOW);

    assertThat(looks).extracting(Look::area).containsExactly(other, part, Area.whole(there));
    assertThat(looks).extracting(look -> look.free().size()).containsExactly(0, 1, 1);
    assertThat(looks).allMatch(Look::complete);
  }

  @Test
  public void whatIsCrowdedIsLeftIncompleteUnlessItIsTheSmallestPart() {
    for (int i = 0; i < 5; i++) {
      add(new Unicorn("Unicorn " + i, "White", "Male"), here);
    }

    for (Area crowded : List.of(Area.whole(cell), part(6))) {
      assertThat(fleet().look(List.of(crowded), 4, ride, NOW))
          .extracting(Look::complete)
          .containsExactly(false);
      assertThat(fleet().look(List.of(crowded), 6, ride, NOW))
          .extracting(Look::complete, look -> look.free().size())
          .containsExactly(tuple(true, 5));
    }
    assertThat(fleet().look(List.of(part(7)), 4, ride, NOW))
        .extracting(Look::complete, look -> look.free().size())
        .containsExactly(tuple(true, 5));
  }

  @Test
  public void aLookTellsWhenTheFirstOfTheOtherLeasesEndsButNotFartherAheadThanItSees() {
    Instant foreseen = NOW.plus(Fleet.FORESIGHT);
    assertThat(nextFree(NOW)).as("nobody stands here").isEqualTo(foreseen);
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, otherRide, NOW, LATER);
    assertThat(nextFree(NOW)).as("taken for long").isEqualTo(foreseen);

    Instant near = LATER.minusSeconds(30);
    assertThat(nextFree(near)).as("taken for half a minute").isEqualTo(LATER);
    assertThat(nextFree(LATER)).as("taken for this moment only").isEqualTo(LATER);
    Instant over = LATER.plusMillis(1);
    assertThat(nextFree(over)).as("free").isEqualTo(over.plus(Fleet.FORESIGHT));
  }

  @Test
  public void aRidesOwnLeaseIsNotOneOfTheOthers() {
    FreeUnicorn unicorn = added();
    fleet().claim(unicorn, ride, NOW, LATER);

    Instant near = LATER.minusSeconds(30);

    assertThat(nextFree(near)).isEqualTo(near.plus(Fleet.FORESIGHT));
  }

  private Instant nextFree(Instant now) {
    return fleet().look(List.of(Area.whole(cell)), 1000, ride, now).getFirst().nextFree();
  }

  /** Of the cell, the part that holds the place. */
  private Area part(int characters) {
    return new Area(
        Cell.of(here),
        GeoHash.geoHashStringWithCharacterPrecision(here.latitude(), here.longitude(), characters));
  }

  private List<FreeUnicorn> freeIn(Cell place, RideId asking, Instant now) {
    return fleet().look(List.of(Area.whole(place)), 1000, asking, now).getFirst().free();
  }

  private FreeUnicorn added() {
    add(shadowfax, here);
    return freeIn(cell, ride, NOW).getFirst();
  }

  private static RideId ride() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return RideId.of(bytes);
  }
}
