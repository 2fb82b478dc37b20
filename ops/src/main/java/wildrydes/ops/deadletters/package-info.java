/**
 * What lies among the dead letters, why, and how it gets out again. The rule that must hold: no
 * message is ever lost. Whatever leaves a dead-letter queue was sent before it was deleted, or was
 * written to the audit file because somebody chose to drop it.
 */
@NullMarked
package wildrydes.ops.deadletters;

import org.jspecify.annotations.NullMarked;
