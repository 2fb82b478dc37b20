/**
 * The metrics that AWS's own services would publish about the API, the functions and the queues.
 */
@NullMarked
package wildrydes.local.metrics;

import org.jspecify.annotations.NullMarked;
