package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code Mappings} section: two levels of keys, then a text or a list. */
record Mappings(JsonNode declared) {

  static Mappings of(ObjectNode template, Place root) {
    var section = template.path("Mappings");
    for (var mapping : section.properties()) {
      var place = root.at("Mappings").at(mapping.getKey());
      for (var first : mapping.getValue().properties()) {
        for (var second : first.getValue().properties()) {
          if (second.getValue().isObject()) {
            throw place
                .at(first.getKey())
                .at(second.getKey())
                .refuse(
                    "A mapping has two levels of keys, and no intrinsics.", "Write the value out.");
          }
        }
      }
    }
    return new Mappings(section);
  }

  JsonNode find(String map, String first, String second, Place place) {
    var found = declared.path(map).path(first).path(second);
    if (found.isMissingNode()) {
      throw place.refuse(
          "There is no " + map + "." + first + "." + second + ".",
          "Add it under Mappings, or correct the keys.");
    }
    return found;
  }
}
