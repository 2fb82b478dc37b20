package wildrydes.emulators.cloudwatch.alarms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Locale;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.judging.ReasonData;

/**
 * The JSON that an item of the history carries for programs.
 *
 * @param full all there is to say
 * @param brief what is said when that is too long
 */
record HistoryData(ObjectNode full, ObjectNode brief) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param type Create, Update or Delete
   * @param member createdAlarm, updatedAlarm or deletedAlarm
   */
  static HistoryData configuration(String type, String member, Alarm alarm) {
    var full = Operation.structure().put("version", "1.0").put("type", type);
    var brief = full.deepCopy();
    brief.putObject(member).put("alarmName", alarm.name());
    full.set(member, camelCased(alarm.node()));
    return new HistoryData(full, brief);
  }

  static HistoryData change(AlarmState old, AlarmState next) {
    var full = Operation.structure().put("version", "1.0");
    var brief = full.deepCopy();
    full.set("oldState", state(old, true));
    full.set("newState", state(next, true));
    brief.set("oldState", state(old, false));
    brief.set("newState", state(next, false));
    return new HistoryData(full, brief);
  }

  static HistoryData action(String resource, AlarmState state) {
    var data =
        Operation.structure()
            .put("actionState", "NotDelivered")
            .put("stateUpdateTimestamp", state.updated().toEpochMilli())
            .put("notificationResource", resource);
    return new HistoryData(data, data);
  }

  String text(int longest) {
    String all = full.toString();
    return all.length() <= longest ? all : brief.toString();
  }

  private static ObjectNode state(AlarmState state, boolean withData) {
    var node =
        Operation.structure()
            .put("stateValue", state.value().name())
            .put("stateReason", state.reason());
    if (withData) {
      state.reasonData().ifPresent(data -> node.set("stateReasonData", tree(data)));
    }
    return node;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(json);
    }
  }

  private static JsonNode camelCased(JsonNode node) {
    return switch (node) {
      case ObjectNode structure -> {
        var renamed = JsonNodeFactory.instance.objectNode();
        structure
            .properties()
            .forEach(each -> renamed.set(camelCase(each.getKey()), camelCased(each.getValue())));
        yield renamed;
      }
      case ArrayNode list -> {
        var renamed = JsonNodeFactory.instance.arrayNode();
        list.forEach(each -> renamed.add(camelCased(each)));
        yield renamed;
      }
      case POJONode pojo when pojo.getPojo() instanceof Instant time ->
          TextNode.valueOf(ReasonData.TIME.format(time));
      default -> node;
    };
  }

  /** CloudWatch's own history has okactions, not oKActions. */
  private static String camelCase(String name) {
    return name.equals("OKActions")
        ? name.toLowerCase(Locale.ROOT)
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
