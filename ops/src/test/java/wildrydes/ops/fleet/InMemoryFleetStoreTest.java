package wildrydes.ops.fleet;

import java.time.Instant;

class InMemoryFleetStoreTest extends FleetStoreContract {

  private final InMemoryFleetStore store = new InMemoryFleetStore();

  @Override
  FleetStore store() {
    return store;
  }

  @Override
  void lease(Stall stall, Instant until) {
    store.lease(stall, until);
  }
}
