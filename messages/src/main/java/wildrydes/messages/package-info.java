/**
 * What the functions tell each other. A message is a fact in the past tense, owned by its sender
 * and complete in itself, so that one replayed days later needs nothing else. Messages only ever
 * gain fields: a reader ignores what it does not know, and refuses a type or version it does not
 * know.
 */
@NullMarked
package wildrydes.messages;

import org.jspecify.annotations.NullMarked;
