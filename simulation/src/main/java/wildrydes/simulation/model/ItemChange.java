package wildrydes.simulation.model;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A write that was applied, perhaps one that changed nothing.
 *
 * @param before empty if there was no item
 * @param after empty if there is none any more
 */
public record ItemChange(
    String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}
