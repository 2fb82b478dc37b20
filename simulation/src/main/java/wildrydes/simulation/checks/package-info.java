/**
 * The promises, each as something that watches a run and reports when it is broken. They know the
 * tables, the messages and the metrics, and nothing of how the functions come to them.
 */
@NullMarked
package wildrydes.simulation.checks;

import org.jspecify.annotations.NullMarked;
