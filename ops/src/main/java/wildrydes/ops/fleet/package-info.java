/**
 * The fleet as its operator keeps it: which unicorns there are and where they stand. Two rules must
 * hold. A name belongs to one unicorn, which is checked by reading the whole table: two operators
 * who add one name at the same instant are not kept apart. And a unicorn that a ride has is neither
 * moved nor removed, because its lease is written in its item: that is decided by the condition of
 * each write, never by what was read.
 */
@NullMarked
package wildrydes.ops.fleet;

import org.jspecify.annotations.NullMarked;
