package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.requestapi.RidesContract.ride;
import static wildrydes.requestapi.RidesContract.someRide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;
import wildrydes.messages.Stage;
import wildrydes.requestapi.Ride.Status;

class ShowRideTest {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final InMemoryRides rides = new InMemoryRides();
  private final Ride ride = ride(someRide(), "alice", new Location(47.6, -122.3));
  private Instant now = ride.requestTime();
  private final ShowRide showRide = new ShowRide(rides, PATIENCE, () -> now);

  @Test
  void aRiderSeesTheirRide() {
    rides.put(ride);

    assertThat(showRide.show("alice", ride.id())).contains(ride);
  }

  @Test
  void anotherRidersRideLooksAbsent() {
    rides.put(ride);

    assertThat(showRide.show("bob", ride.id())).isEmpty();
    assertThat(showRide.show("alice", someRide())).isEmpty();
  }

  @Test
  void aRideThatHasWaitedTooLongHasFailed() {
    rides.put(ride);

    now = ride.requestTime().plus(PATIENCE);
    assertThat(showRide.show("alice", ride.id())).contains(ride);

    now = now.plusMillis(1);
    assertThat(showRide.show("alice", ride.id()).map(Ride::status))
        .contains(new Status.Failed("no outcome in time"));
    assertThat(showRide.show("alice", ride.id()).orElseThrow().timeline())
        .containsExactly(
            new Stage(Stage.Name.REQUESTED, ride.requestTime()),
            new Stage(Stage.Name.FAILED, ride.requestTime().plus(PATIENCE)));
  }

  @Test
  void anOutcomeThatCameLateIsShownAllTheSame() {
    var unassigned =
        new Ride(
            ride.id(),
            ride.rider(),
            ride.pickupLocation(),
            ride.requestTime(),
            new Status.Unassigned(),
            List.of(new Stage(Stage.Name.UNASSIGNED, ride.requestTime().plusSeconds(60))));
    rides.put(unassigned);

    now = ride.requestTime().plus(PATIENCE.multipliedBy(2));

    assertThat(showRide.show("alice", ride.id())).contains(unassigned);
  }
}
