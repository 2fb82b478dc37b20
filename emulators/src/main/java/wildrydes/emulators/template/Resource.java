package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A declared resource with every intrinsic resolved. Numbers stay numbers; what came through {@code
 * Ref} of a Number parameter is one too.
 *
 * @param name what AWS calls it, e.g. {@code WildRydes-Rides}
 */
public record Resource(String logicalId, String type, String name, ObjectNode properties) {}
