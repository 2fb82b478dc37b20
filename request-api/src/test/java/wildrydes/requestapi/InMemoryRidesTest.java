package wildrydes.requestapi;

class InMemoryRidesTest extends RidesContract {

  private final InMemoryRides rides = new InMemoryRides();

  @Override
  protected Rides rides() {
    return rides;
  }
}
