package wildrydes.simulation.model.expression;

/** An expression, and what has to be bound before it can be evaluated. */
public record Parsed<E>(E expression, Placeholders placeholders) {}
