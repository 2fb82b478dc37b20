package wildrydes.dispatcher;

import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

class InMemoryFleetTest extends FleetContract {

  private final InMemoryFleet fleet = new InMemoryFleet();

  @Override
  protected Fleet fleet() {
    return fleet;
  }

  @Override
  protected void add(Unicorn unicorn, Location location) {
    fleet.add(unicorn, location);
  }

  @Override
  protected void remove(FreeUnicorn unicorn) {
    fleet.remove(unicorn.unicorn().name());
  }
}
