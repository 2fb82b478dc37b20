package wildrydes.emulators.cloudwatch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.List;
import java.util.TreeMap;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.QueryText;

/**
 * Folds the flat fields of a form into the structure they stand for: {@code
 * Dimensions.member.1.Name=Unicorn} is the name in the first structure of a list. The numbers only
 * order a list's members, so gaps do no harm.
 */
final class QueryForm {
  /** Deeper than any request is, and not deep enough to hurt. */
  private static final int DEEPEST = 16;

  private QueryForm() {}

  static ObjectNode tree(String... forms) {
    var root = Operation.structure();
    for (String form : forms) {
      for (String field : form.split("&", -1)) {
        if (!field.isBlank()) {
          put(root, field);
        }
      }
    }
    root.properties().forEach(member -> member.setValue(listed(member.getValue())));
    return root;
  }

  private static void put(ObjectNode root, String field) {
    int equals = field.indexOf('=');
    String name = decoded(equals < 0 ? field : field.substring(0, equals));
    var path = List.of(name.split("\\.", -1));
    if (path.size() > DEEPEST) {
      throw unreadable("A parameter is nested too deeply: it has %d parts.".formatted(path.size()));
    }
    var at = root;
    for (String step : path.subList(0, path.size() - 1)) {
      JsonNode next = at.get(step);
      if (next == null) {
        next = at.putObject(step);
      }
      if (!(next instanceof ObjectNode structure)) {
        throw unreadable("The parameter %s has a value and members.".formatted(name));
      }
      at = structure;
    }
    var replaced =
        at.replace(
            path.getLast(), new QueryText(equals < 0 ? "" : decoded(field.substring(equals + 1))));
    if (replaced != null) {
      throw unreadable("The parameter %s is given twice.".formatted(name));
    }
  }

  /** The same with each {@code {member: {1: ..., 2: ...}}} made the list it is. */
  private static JsonNode listed(JsonNode node) {
    if (!(node instanceof ObjectNode structure)) {
      return node;
    }
    if (structure.size() == 1 && structure.get("member") instanceof ObjectNode members) {
      var byNumber = new TreeMap<Integer, JsonNode>();
      members
          .properties()
          .forEach(member -> byNumber.put(index(member.getKey()), listed(member.getValue())));
      var list = JsonNodeFactory.instance.arrayNode();
      byNumber.values().forEach(list::add);
      return list;
    }
    structure.properties().forEach(member -> member.setValue(listed(member.getValue())));
    return structure;
  }

  private static int index(String number) {
    if (!number.matches("\\d{1,9}")) {
      throw unreadable("A list's members are numbered: member.%s is not.".formatted(number));
    }
    return Integer.parseInt(number);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable("The body is not a URL-encoded form: " + e.getMessage());
    }
  }

  private static ApiError unreadable(String message) {
    return new ApiError(ApiError.Code.UNREADABLE, message);
  }
}
