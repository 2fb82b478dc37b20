/**
 * Requests that no honest client makes, byte by byte over real sockets. The rule that must hold:
 * each is refused or the connection closed, soon, without a stack trace, and the next one is
 * served.
 */
@NullMarked
package wildrydes.local.hostile;

import org.jspecify.annotations.NullMarked;
