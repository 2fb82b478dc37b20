package wildrydes.emulators.cloudwatch.dashboards.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A piece of a body that knows where it stands. Its checks note what is wrong and go on, so that
 * all errors are answered at once; what they give is only what is right.
 */
record Element(JsonNode node, String path, BodyCheck check) {

  void error(String message) {
    check.error(path.isEmpty() ? "/" : path, message);
  }

  boolean has(String name) {
    return node.has(name);
  }

  Element at(String name) {
    return new Element(node.path(name), path + "/" + name, check);
  }

  Element at(int index) {
    return new Element(node.path(index), path + "/" + index, check);
  }

  Stream<Element> items() {
    return IntStream.range(0, node.size()).mapToObj(this::at);
  }

  /** CloudWatch ignores what it does not know, and says so. */
  void warnUnlessKnown(String... names) {
    var known = Set.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                check.warning(
                    path.isEmpty() ? "/" : path,
                    "The \"%s\" property is not expected to be part of %s definition, will be ignored"
                        .formatted(name, path.isEmpty() ? "a dashboard" : "a widget"));
              }
            });
  }

  void require(String name) {
    if (!has(name)) {
      error("Should have required property '%s'".formatted(name));
    }
  }

  /** Hands over the member if there is one and it is an object. */
  void object(String name, Consumer<Element> then) {
    typed(name, JsonNode::isObject, "object").ifPresent(then);
  }

  Optional<Element> array(String name, int most) {
    var array = typed(name, JsonNode::isArray, "array");
    array
        .filter(each -> each.node.size() > most)
        .ifPresent(each -> each.error("Should NOT have more than %d items".formatted(most)));
    return array;
  }

  Optional<String> text(String name) {
    return typed(name, JsonNode::isTextual, "string").map(each -> each.node.textValue());
  }

  void texts(String... names) {
    for (String name : names) {
      text(name);
    }
  }

  void flags(String... names) {
    for (String name : names) {
      typed(name, JsonNode::isBoolean, "boolean");
    }
  }

  void numbers(String... names) {
    for (String name : names) {
      typed(name, JsonNode::isNumber, "number");
    }
  }

  void integer(String name, int least, int most) {
    typed(name, JsonNode::isIntegralNumber, "integer")
        .ifPresent(
            each -> {
              double value = each.node.doubleValue();
              if (value < least) {
                each.error("Should be >= %d".formatted(least));
              } else if (value > most) {
                each.error("Should be <= %d".formatted(most));
              }
            });
  }

  void oneOf(String name, List<String> allowed) {
    text(name)
        .filter(text -> !allowed.contains(text))
        .ifPresent(
            text ->
                at(name)
                    .error(
                        "Should be equal to one of the allowed values: "
                            + String.join(", ", allowed)));
  }

  private Optional<Element> typed(String name, Predicate<JsonNode> right, String type) {
    if (!has(name)) {
      return Optional.empty();
    }
    var element = at(name);
    if (!right.test(element.node)) {
      element.error("Should be " + type);
      return Optional.empty();
    }
    return Optional.of(element);
  }
}
