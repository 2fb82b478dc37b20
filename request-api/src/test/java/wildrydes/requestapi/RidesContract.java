package wildrydes.requestapi;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;

/** What the store of rides must do, in memory and in DynamoDB alike. */
public abstract class RidesContract {

  private final Ride ride =
      ride(someRide(), "alice", new Location(47.6174755835663, -122.28837066650185));

  protected abstract Rides rides();

  @Test
  public void aStoredRideIsFoundAsItWas() {
    assertThat(rides().putIfAbsent(ride)).isEqualTo(ride);

    assertThat(rides().find(ride.id())).contains(ride);
  }

  @Test
  public void theExtremesOfTheEarthSurviveStorage() {
    Ride extreme = ride(someRide(), "alice", new Location(-90, 180));
    Ride dust = ride(someRide(), "alice", new Location(1e-99, -1e-300));
    rides().putIfAbsent(extreme);
    rides().putIfAbsent(dust);

    assertThat(rides().find(extreme.id())).contains(extreme);
    assertThat(rides().find(dust.id())).contains(dust);
  }

  @Test
  public void aStoredRideIsNotOverwritten() {
    rides().putIfAbsent(ride);
    Ride other = ride(ride.id(), "alice", new Location(1, 1));

    assertThat(rides().putIfAbsent(other)).isEqualTo(ride);

    assertThat(rides().find(ride.id())).contains(ride);
  }

  @Test
  public void anUnknownRideIsNotFound() {
    assertThat(rides().find(someRide())).isEmpty();
  }

  @Test
  public void ridesWithoutAnOutcomeAreToldFromTheOthers() {
    Ride decided = ride(someRide(), "alice", new Location(1, 1));
    rides().putIfAbsent(ride);
    rides().putIfAbsent(decided);
    decide(decided);

    assertThat(rides().requestedAmong(Set.of(ride.id(), decided.id(), someRide())))
        .containsExactly(ride.id());
    assertThat(rides().requestedAmong(Set.of())).isEmpty();
  }

  @Test
  public void aThousandRidesCanBeLookedUpAtOnce() {
    rides().putIfAbsent(ride);
    Set<RideId> many =
        Stream.concat(Stream.of(ride.id()), Stream.generate(RidesContract::someRide).limit(999))
            .collect(toUnmodifiableSet());

    assertThat(rides().requestedAmong(many)).containsExactly(ride.id());
  }

  /** Gives a stored ride an outcome, as the recorder would. */
  protected abstract void decide(Ride stored);

  protected static Ride ride(RideId id, String rider, Location pickup) {
    return Ride.requested(id, rider, pickup, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  protected static RideId someRide() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return RideId.of(bytes);
  }
}
