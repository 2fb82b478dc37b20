/**
 * Rules that hold for the product as a whole: how its classes may depend on each other, and what
 * {@code template.yaml} owes to AWS and to the code. A failure names the class or the resource and
 * what to do about it.
 */
@NullMarked
package wildrydes.local.rules;

import org.jspecify.annotations.NullMarked;
