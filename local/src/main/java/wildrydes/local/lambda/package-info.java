/**
 * Functions as Lambda runs them: built once from their environment, handed events as JSON bytes,
 * each invocation on a thread of its own and stopped at its time-out.
 */
@NullMarked
package wildrydes.local.lambda;

import org.jspecify.annotations.NullMarked;
