/**
 * Sends dead letters back to their queue, with care: one as a canary, the rest at a gentle rate,
 * all followed to their end. {@link wildrydes.ops.deadletters.replay.Replay} is where to begin. The
 * rule that must hold: a message is sent before it is deleted, so a run may be cut off anywhere,
 * and the next run goes on. Time and waiting come from outside; nothing here knows AWS or a
 * terminal.
 */
@NullMarked
package wildrydes.ops.deadletters.replay;

import org.jspecify.annotations.NullMarked;
