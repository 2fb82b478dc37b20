/**
 * How the commands reach AWS or a local run: which stack, where, signed in as whom, and what it
 * means to an operator when that fails. The rule: region, credentials and endpoints are found as
 * the {@code aws} command finds them.
 */
@NullMarked
package wildrydes.ops.aws;

import org.jspecify.annotations.NullMarked;
