package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns a template's YAML into JSON, with short tags such as {@code !Sub} in their long form. A key
 * given twice is refused.
 */
final class TemplateYaml {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  // Anything else, such as 012 or 1_000, stays text: CloudFormation itself treats most scalars as
  // text.
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

  private static final Pattern TRUE = Pattern.compile("(?i)true|yes|on");

  private TemplateYaml() {}

  static ObjectNode read(Path file) {
    var root = Place.root(file);
    try (var text = Files.newBufferedReader(file)) {
      var node = new Yaml(new LoaderOptions()).compose(text);
      if (node instanceof MappingNode map) {
        return object(map, root);
      }
      throw root.refuse("This is not a map of sections.", "Give it Resources at least.");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw root.refuse(
          "Line %d, column %d: %s."
              .formatted(mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()),
          "Correct the YAML.");
    } catch (IOException e) {
      throw root.refuse("It cannot be read (" + e + ").", "Name a template file.");
    }
  }

  private static JsonNode convert(Node node, Place place) {
    if (node.getAnchor() != null) {
      throw place.refuse("An anchor (&) is not allowed in a template.", "Write the value out.");
    }
    var tag = node.getTag();
    if (tag.getValue().startsWith(Tag.PREFIX)) {
      return untagged(node, place);
    }
    return intrinsic(tag.getValue(), node, place);
  }

  private static JsonNode intrinsic(String tag, Node node, Place place) {
    var name = tag.substring(1);
    var key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    // A tagged scalar has lost its own type; !Ref and !Sub only ever mean text.
    var argument =
        node instanceof ScalarNode scalar
            ? JSON.textNode(scalar.getValue())
            : untagged(node, place.at(key));
    return JSON.objectNode().set(key, argument);
  }

  private static JsonNode untagged(Node node, Place place) {
    return switch (node) {
      case MappingNode map -> object(map, place);
      case SequenceNode list -> {
        var array = JSON.arrayNode();
        for (var item : list.getValue()) {
          array.add(convert(item, place.at(array.size())));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar, place);
      default ->
          throw place.refuse(
              "YAML of kind " + node.getNodeId() + " is not understood.", "Write it plainly.");
    };
  }

  private static ObjectNode object(MappingNode map, Place place) {
    var object = JSON.objectNode();
    for (var entry : map.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw place.refuse("A key is a list or a map.", "Use a plain word as key.");
      }
      if (key.getTag().equals(Tag.MERGE)) {
        throw place.refuse(
            "A merge key (<<) is not allowed in a template.", "Write the entries out.");
      }
      var name = key.getValue();
      if (object.has(name)) {
        throw place
            .at(name)
            .refuse(
                "This key is given twice (line " + (key.getStartMark().getLine() + 1) + ").",
                "Remove one of the two.");
      }
      object.set(name, convert(entry.getValueNode(), place.at(name)));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar, Place place) {
    var text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      throw place.refuse("There is no value.", "Give one, or remove the key.");
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return JSON.booleanNode(TRUE.matcher(text).matches());
    }
    return plain(text);
  }

  /** Reads text as the number it may be. */
  static JsonNode plain(String text) {
    if (WHOLE.matcher(text).matches()) {
      var number = new BigInteger(text);
      return number.bitLength() < Long.SIZE
          ? JSON.numberNode(number.longValueExact())
          : JSON.numberNode(number);
    }
    if (DECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
