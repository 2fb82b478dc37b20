package wildrydes.requestapi;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.requestapi.RidesContract.ride;
import static wildrydes.requestapi.RidesContract.someRide;

import org.junit.jupiter.api.Test;
import wildrydes.messages.Location;

class ShowRideTest {

  private final InMemoryRides rides = new InMemoryRides();
  private final Ride ride = ride(someRide(), "alice", new Location(47.6, -122.3));
  private final ShowRide showRide = new ShowRide(rides);

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
}
