package wildrydes.dispatcher;

import java.time.Duration;

/**
 * What an operator may set.
 *
 * @param maxPickupMeters a unicorn farther away than this is out of reach
 * @param rideTime how long a ride keeps its unicorn once it is at the pickup
 * @param maxReceives deliveries after which the queue gives a request up
 */
public record DispatchRules(double maxPickupMeters, Duration rideTime, int maxReceives) {}
