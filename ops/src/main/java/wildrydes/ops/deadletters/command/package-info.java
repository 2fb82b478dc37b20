/**
 * {@code ./rides dlq}: the operator's commands for dead letters. They parse, ask {@link
 * wildrydes.ops.deadletters}, and say what came of it. The rules: nothing changes without {@code
 * --execute}, and what changes is written to the audit file first.
 */
@NullMarked
package wildrydes.ops.deadletters.command;

import org.jspecify.annotations.NullMarked;
