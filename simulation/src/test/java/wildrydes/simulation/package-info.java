/** The runs that every build makes, and whether they find what they should. */
@NullMarked
package wildrydes.simulation;

import org.jspecify.annotations.NullMarked;
