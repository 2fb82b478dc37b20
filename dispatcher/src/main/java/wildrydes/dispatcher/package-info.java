/**
 * How a ride gets its unicorn: search the cells around the pickup for the nearest free one, claim
 * it with a lease, and if somebody else was faster, take the next. The rule that must hold: no
 * unicorn is leased to two rides at once. It rests on one conditional write per claim, never on
 * what a search has read.
 */
@NullMarked
package wildrydes.dispatcher;

import org.jspecify.annotations.NullMarked;
