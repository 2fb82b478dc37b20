/**
 * Mistakes that others have made, planted between the functions and what is around them, one at a
 * time: whoever checks must find each. The rule that must hold: the product knows nothing of this.
 */
@NullMarked
package wildrydes.simulation.bugs;

import org.jspecify.annotations.NullMarked;
