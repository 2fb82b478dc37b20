package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The resolved fields of an object in a template, each refused with its place when it is not what
 * it should be.
 */
record Fields(JsonNode object, Place place) {

  /** The same fields, which must be among the named ones. */
  Fields only(String... names) {
    var known = Set.of(names);
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw place
            .at(field.getKey())
            .refuse("This is not understood.", "Known are: " + String.join(", ", names) + ".");
      }
    }
    return this;
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> place.at(name).refuse("It is missing.", "Give it a text."));
  }

  Optional<String> optionalText(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isValueNode() || value.asText().isEmpty()) {
                throw place
                    .at(name)
                    .refuse("A text is needed here, not " + value + ".", "Give one.");
              }
              return value.asText();
            });
  }

  int wholeNumber(String name) {
    return optionalWholeNumber(name)
        .orElseThrow(() -> place.at(name).refuse("It is missing.", "Give it a whole number."));
  }

  Optional<Integer> optionalWholeNumber(String name) {
    return optionalText(name)
        .map(
            text -> {
              var number = TemplateYaml.plain(text);
              if (!number.canConvertToInt() || !number.isIntegralNumber()) {
                throw place.at(name).refuse("\"" + text + "\" is not a whole number.", "Give one.");
              }
              return number.intValue();
            });
  }

  /** The objects of a list; none if it is not given. */
  <T> List<T> each(String name, Function<Fields, T> read) {
    var items = new ArrayList<T>();
    for (var item : object.path(name)) {
      items.add(read.apply(new Fields(item, place.at(name).at(items.size()))));
    }
    return items;
  }

  Optional<Fields> object(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isObject()) {
                throw place
                    .at(name)
                    .refuse("A map is needed here, not " + value + ".", "Give one.");
              }
              return new Fields(value, place.at(name));
            });
  }

  private Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(object.get(name));
  }
}
