/** Tests of what is ordered about dead letters. */
@NullMarked
package wildrydes.local.deadletters;

import org.jspecify.annotations.NullMarked;
