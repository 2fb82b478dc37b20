package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The {@code Outputs} section. */
final class Outputs {

  private static final Set<String> KEYS = Set.of("Description", "Value", "Export", "Condition");

  private Outputs() {}

  static Map<String, String> of(
      ObjectNode template, Intrinsics intrinsics, Conditions conditions, Place root) {
    var outputs = new LinkedHashMap<String, String>();
    for (var output : template.path("Outputs").properties()) {
      var place = root.at("Outputs").at(output.getKey());
      for (var key : output.getValue().properties()) {
        if (!KEYS.contains(key.getKey())) {
          throw place
              .at(key.getKey())
              .refuse("This is not understood.", "Remove it, or correct its name.");
        }
      }
      var condition = output.getValue().path("Condition").asText("");
      if (condition.isEmpty() || conditions.holds(condition, place.at("Condition"))) {
        outputs.put(
            output.getKey(),
            intrinsics.resolve(output.getValue().path("Value"), place.at("Value")).asText());
      }
    }
    return Collections.unmodifiableMap(outputs);
  }
}
