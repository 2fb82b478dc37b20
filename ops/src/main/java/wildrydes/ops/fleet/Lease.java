package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.Optional;

/** A ride's hold on a unicorn. It ends by itself. */
public record Lease(Instant until, Optional<String> rideId) {}
