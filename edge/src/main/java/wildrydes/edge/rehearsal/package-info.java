/**
 * What a function does before SnapStart takes its snapshot: it plays through its own work, on a
 * stage that no call ever leaves, so that classes are loaded, compiled and initialized when the
 * first rider comes. The rule that must hold: nothing real is read, written, sent, counted or
 * logged, and nothing of it is remembered.
 */
@NullMarked
package wildrydes.edge.rehearsal;

import org.jspecify.annotations.NullMarked;
