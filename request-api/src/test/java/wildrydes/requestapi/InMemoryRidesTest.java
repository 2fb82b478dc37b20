package wildrydes.requestapi;

class InMemoryRidesTest extends RidesContract {

  private final InMemoryRides rides = new InMemoryRides();

  @Override
  protected Rides rides() {
    return rides;
  }

  @Override
  protected void decide(Ride stored) {
    rides.decide(stored.id(), new Ride.Status.Unassigned());
  }
}
