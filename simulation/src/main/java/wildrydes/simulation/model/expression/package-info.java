/**
 * DynamoDB's expression language, evaluated in full: conditions, filters, key conditions, updates
 * and projections, of whatever shape. A text is parsed once in a JVM; what differs between calls,
 * names and values, is bound at evaluation. The rule that must hold: for every expression and item
 * the answer is DynamoDB's, or its kind of error.
 */
@NullMarked
package wildrydes.simulation.model.expression;

import org.jspecify.annotations.NullMarked;
