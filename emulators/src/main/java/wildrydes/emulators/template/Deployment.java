package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resolves the properties of declared resources, of the undeployed ones too: nothing in a template
 * goes unread.
 */
record Deployment(References references, Conditions conditions, Mappings mappings) {

  private static final String EVENTS = "Events";

  Map<String, Resource> resources(Map<String, Declared> declared) {
    var resources = new LinkedHashMap<String, Resource>();
    for (var resource : declared.values()) {
      var names = resource.wanted() ? references : references.undeployed();
      var resolved = resolve(resource, names.askedBy(resource.logicalId()));
      KnownProperties.refuseUnknown(resolved, resource.place().at("Properties"));
      if (resource.wanted()) {
        resources.put(resource.logicalId(), resolved);
      }
    }
    return Collections.unmodifiableMap(resources);
  }

  private Resource resolve(Declared resource, References names) {
    var place = resource.place().at("Properties");
    var intrinsics = new Intrinsics(names, conditions, mappings);
    var own = resource.properties().deepCopy();
    // SAM makes resources of their own out of a function's events, so the function does not depend
    // on what they name.
    var events = own.remove(EVENTS);
    var resolved = (ObjectNode) intrinsics.resolve(own, place);
    if (events != null) {
      resolved.set(
          EVENTS,
          new Intrinsics(references, conditions, mappings).resolve(events, place.at(EVENTS)));
    }
    return new Resource(
        resource.logicalId(), resource.type().type(), names.name(resource, intrinsics), resolved);
  }
}
