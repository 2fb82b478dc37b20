/**
 * The dead letters of the running pipeline, for its page: the code of {@code ./rides dlq}, with its
 * usual rules and its audit file, behind {@code /_local/dead-letters}. The rules that must hold:
 * messages are received only when a person asks (that keeps them from others for a moment), nothing
 * is moved without an order that says so, and one replay runs at a time.
 */
@NullMarked
package wildrydes.local.deadletters;

import org.jspecify.annotations.NullMarked;
