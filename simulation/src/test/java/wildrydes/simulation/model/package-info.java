/**
 * The models beside their real twins: each contract is run by a model in a unit test, and by
 * ElasticMQ or DynamoDB Local in an integration test. The rule that must hold: a model is nowhere
 * kinder than AWS, and {@link wildrydes.simulation.model.KnownDifference} is the whole list of
 * where somebody differs.
 */
@NullMarked
package wildrydes.simulation.model;

import org.jspecify.annotations.NullMarked;
