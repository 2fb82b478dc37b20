package wildrydes.emulators.template;

import java.util.Map;
import java.util.Optional;

/**
 * What must be known of a resource type to refer to it. The texts of {@code ref} and {@code
 * attributes} are what AWS gives, with {@code ${Name}}, {@code ${LogicalId}}, {@code ${Partition}},
 * {@code ${Region}}, {@code ${AccountId}} and {@code ${SqsEndpoint}} to be filled in.
 *
 * @param notRunBecause why it has no local twin; empty if it has one
 * @param nameProperty the property that names it
 * @param ref what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives
 */
record ResourceType(
    String type,
    Optional<String> notRunBecause,
    String nameProperty,
    String ref,
    Map<String, String> attributes) {

  static ResourceType run(
      String type, String nameProperty, String ref, Map<String, String> attributes) {
    return new ResourceType(type, Optional.empty(), nameProperty, ref, attributes);
  }

  static ResourceType notRun(
      String type,
      String because,
      String nameProperty,
      String ref,
      Map<String, String> attributes) {
    return new ResourceType(type, Optional.of(because), nameProperty, ref, attributes);
  }

  static String fill(String text, Map<String, String> values) {
    var filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
