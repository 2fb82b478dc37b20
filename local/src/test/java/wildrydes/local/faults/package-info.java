/**
 * The whole real pipeline while its parts fail: calls that never arrive, answers that get lost,
 * throttles, services that are gone for seconds, and more riders than it can hold. The rule that
 * must hold afterwards is {@link wildrydes.local.faults.Checker}: nothing accepted is lost, and
 * nothing happens twice. Each run prints its seed; {@code -Dsoak.seed} chooses the same again, and
 * {@code local/soak --help} tells how to make the runs long.
 */
@NullMarked
package wildrydes.local.faults;

import org.jspecify.annotations.NullMarked;
