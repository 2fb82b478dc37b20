/** The scheduler and its threads, held against the JDK's. */
@NullMarked
package wildrydes.simulation.engine;

import org.jspecify.annotations.NullMarked;
