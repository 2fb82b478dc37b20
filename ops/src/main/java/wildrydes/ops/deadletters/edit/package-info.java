/**
 * Changes of a body: what an operator types becomes a new body, and the difference is shown path by
 * path. The rule: nothing here sends; whether the consumer takes it is judged before anybody does.
 */
@NullMarked
package wildrydes.ops.deadletters.edit;

import org.jspecify.annotations.NullMarked;
