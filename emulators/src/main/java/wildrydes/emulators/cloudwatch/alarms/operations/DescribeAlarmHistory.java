package wildrydes.emulators.cloudwatch.alarms.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.alarms.HistoryItem;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.PageToken;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * What happened to one alarm or to all, the newest first unless asked otherwise. A page's token is
 * its last item, so a page after new items repeats none.
 */
public record DescribeAlarmHistory(Alarms alarms) implements Operation {
  private static final int PAGE = 100;

  @Override
  public ObjectNode answer(Parameters request) {
    int size = AlarmParameters.pageSize(request, PAGE);
    boolean newestFirst = newestFirst(request);
    var items = alarms.history();
    var found =
        (newestFirst ? items.reversed() : items)
            .stream()
                .filter(filter(request))
                .filter(after(request, newestFirst))
                .limit(size + 1L)
                .toList();
    var answer = Operation.structure();
    var listed = answer.putArray("AlarmHistoryItems");
    found.stream().limit(size).map(HistoryItem::node).forEach(listed::add);
    return found.size() > size
        ? answer.put("NextToken", PageToken.of(String.valueOf(found.get(size - 1).number())))
        : answer;
  }

  private static Predicate<HistoryItem> filter(Parameters request) {
    var name = request.optionalText("AlarmName");
    var kind = request.optionalText("HistoryItemType").map(each -> kind(request, each));
    var start = request.optionalTime("StartDate");
    var end = request.optionalTime("EndDate");
    boolean metricAlarms = AlarmParameters.wantsMetricAlarms(request);
    return item ->
        metricAlarms
            && name.map(item.alarm()::equals).orElse(true)
            && kind.map(each -> each == item.kind()).orElse(true)
            && start.map(each -> !item.time().isBefore(each)).orElse(true)
            && end.map(each -> !item.time().isAfter(each)).orElse(true);
  }

  private static HistoryItem.Kind kind(Parameters request, String name) {
    return Arrays.stream(HistoryItem.Kind.values())
        .filter(each -> each.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiError.notOneOf(
                    request.at("HistoryItemType"),
                    name,
                    Arrays.stream(HistoryItem.Kind.values())
                        .map(HistoryItem.Kind::wireName)
                        .toList()));
  }

  private static boolean newestFirst(Parameters request) {
    return switch (request.optionalText("ScanBy").orElse("TimestampDescending")) {
      case "TimestampDescending" -> true;
      case "TimestampAscending" -> false;
      case String other ->
          throw ApiError.notOneOf(
              request.at("ScanBy"), other, List.of("TimestampDescending", "TimestampAscending"));
    };
  }

  private static Predicate<HistoryItem> after(Parameters request, boolean newestFirst) {
    var token = request.optionalText("NextToken");
    if (token.isEmpty()) {
      return item -> true;
    }
    long last =
        PageToken.position(token.get())
            .filter(position -> position.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElseThrow(() -> DescribeAlarms.invalidToken(token.get()));
    return item -> newestFirst ? item.number() < last : item.number() > last;
  }
}
