package wildrydes.ops.fleet;

import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** A unicorn and the place where it waits for riders. */
public record PlacedUnicorn(Unicorn unicorn, Location location) {

  public String name() {
    return unicorn.name();
  }
}
