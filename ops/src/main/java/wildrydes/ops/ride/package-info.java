/**
 * {@code ./rides request} and {@code ./rides status}: what a rider does, over the public API alone.
 * The rule that must hold: a request is sent again only under the same idempotency key, so that no
 * trouble on the way ever makes two rides of one.
 */
@NullMarked
package wildrydes.ops.ride;

import org.jspecify.annotations.NullMarked;
