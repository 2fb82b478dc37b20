/** How a replay is told: its plan, its course and its result, to people and to scripts. */
@NullMarked
package wildrydes.ops.deadletters.replay.view;

import org.jspecify.annotations.NullMarked;
