/**
 * The whole local pipeline under load: a process of its own, as {@code ./rides local} starts it,
 * and riders who come at their own times over HTTP, however long the others wait.
 */
@NullMarked
package wildrydes.benchmarks.load;

import org.jspecify.annotations.NullMarked;
