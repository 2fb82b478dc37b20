/** What is published about the local queues. */
@NullMarked
package wildrydes.local.metrics;

import org.jspecify.annotations.NullMarked;
