package wildrydes.emulators.cloudwatch.alarms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import wildrydes.emulators.cloudwatch.api.Operation;

/**
 * One thing that happened to an alarm.
 *
 * @param number counts all items, so that a page can go on after one
 * @param data JSON
 */
public record HistoryItem(
    long number, String alarm, Instant time, Kind kind, String summary, String data) {

  /** The types of items, by the names that the API has for them. */
  public enum Kind {
    CONFIGURATION_UPDATE("ConfigurationUpdate"),
    STATE_UPDATE("StateUpdate"),
    ACTION("Action");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  public ObjectNode node() {
    var node = Operation.structure().put("AlarmName", alarm).put("AlarmType", "MetricAlarm");
    node.putPOJO("Timestamp", time);
    return node.put("HistoryItemType", kind.wireName())
        .put("HistorySummary", summary)
        .put("HistoryData", data);
  }
}
