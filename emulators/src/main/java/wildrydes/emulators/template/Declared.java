package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource as it stands in the template, its intrinsics unresolved.
 *
 * @param wanted whether its condition, if it has one, holds
 */
record Declared(
    String logicalId, ResourceType type, ObjectNode properties, boolean wanted, Place place) {}
