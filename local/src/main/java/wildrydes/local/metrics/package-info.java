/** The metrics that AWS's own services would publish about the functions and queues. */
@NullMarked
package wildrydes.local.metrics;

import org.jspecify.annotations.NullMarked;
