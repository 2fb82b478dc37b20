package wildrydes.emulators.cloudwatch.judging;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A judgement for programs, as CloudWatch writes it: times without a colon in their offset, the
 * recent datapoints oldest first, the evaluated ones newest first.
 *
 * @param statistic none for an expression's result
 * @param period seconds
 */
public record ReasonData(Optional<String> statistic, Optional<String> unit, int period) {
  /** How CloudWatch writes a time inside of its JSON texts. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(UTC);

  /** So that the old and the new state fit into one entry of the history. */
  private static final int MOST = 10;

  public String of(Rule rule, Judgement judgement, Instant now) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("version", "1.0").put("queryDate", TIME.format(now));
    var evaluated = judgement.evaluated();
    if (!evaluated.isEmpty()) {
      data.put("startDate", TIME.format(evaluated.getLast().period()));
    }
    unit.ifPresent(each -> data.put("unit", each));
    statistic.ifPresent(each -> data.put("statistic", each));
    data.put("period", period);
    var recent = data.putArray("recentDatapoints");
    evaluated.stream().limit(MOST).toList().reversed().forEach(each -> recent.add(each.value()));
    data.put("threshold", rule.threshold());
    addEvaluated(data.putArray("evaluatedDatapoints"), judgement);
    return data.toString();
  }

  private static void addEvaluated(ArrayNode list, Judgement judgement) {
    judgement.evaluated().stream()
        .limit(MOST)
        .forEach(
            each -> {
              ObjectNode node = list.addObject().put("timestamp", TIME.format(each.period()));
              each.sampleCount().ifPresent(count -> node.put("sampleCount", count));
              node.put("value", each.value());
            });
    judgement.missing().stream()
        .limit(MOST - list.size())
        .forEach(each -> list.addObject().put("timestamp", TIME.format(each)));
  }
}
