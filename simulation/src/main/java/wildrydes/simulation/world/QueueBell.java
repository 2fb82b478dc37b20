package wildrydes.simulation.world;

import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.Watcher;

/** Calls Lambda's pollers when a message may have become visible. */
record QueueBell(Runnable pollers) implements Watcher {

  @Override
  public void landed(Exchange exchange) {
    switch (exchange.call().kind()) {
      case SEND_MESSAGE, SEND_MESSAGE_BATCH, CHANGE_VISIBILITY_BATCH -> pollers.run();
      default -> {}
    }
  }
}
