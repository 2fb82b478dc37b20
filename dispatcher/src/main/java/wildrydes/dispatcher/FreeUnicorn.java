package wildrydes.dispatcher;

import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/**
 * A unicorn that a ride may claim, as read: somebody else may be about to.
 *
 * @param spot tells it from the other unicorns of its cell
 * @param alreadyOurs whether it was claimed for this very ride by an earlier delivery
 */
public record FreeUnicorn(
    Cell cell, String spot, Unicorn unicorn, Location location, boolean alreadyOurs) {}
