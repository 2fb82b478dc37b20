/**
 * How a ride's outcome is written down, once. The first outcome recorded is the ride's outcome; any
 * other changes nothing and is not counted. The rule that must hold: an assignment is recorded only
 * while its lease holds, or a rider would be promised a unicorn that already serves somebody else.
 */
@NullMarked
package wildrydes.recorder;

import org.jspecify.annotations.NullMarked;
