package wildrydes.messages;

import java.time.Instant;

/**
 * A rider asked for a unicorn. Sent by the request API once the ride is stored, and again by the
 * recorder if the ride's assignment came too late to be kept; worked by the dispatcher.
 *
 * @param requestTime when the API accepted the ride, to the millisecond
 */
public record RideRequested(
    RideId rideId, String rider, Location pickupLocation, Instant requestTime)
    implements RideMessage {}
