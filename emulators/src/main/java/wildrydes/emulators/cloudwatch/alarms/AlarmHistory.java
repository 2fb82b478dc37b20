package wildrydes.emulators.cloudwatch.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happened to alarms, also to those that are no more, for the fourteen days that CloudWatch
 * keeps it and never more than {@value #ITEMS} items: some 5 kB each at most, so 50 MB.
 */
final class AlarmHistory {
  static final int ITEMS = 10_000;
  private static final Duration KEPT = Duration.ofDays(14);
  private static final int SUMMARY_LENGTH = 255;
  private static final int DATA_LENGTH = 4_095;

  private final Deque<HistoryItem> oldestFirst = new ArrayDeque<>();
  private long items;

  synchronized void add(
      String alarm, Instant now, HistoryItem.Kind kind, String summary, HistoryData data) {
    oldestFirst.addLast(
        new HistoryItem(++items, alarm, now, kind, cut(summary), data.text(DATA_LENGTH)));
    if (oldestFirst.size() > ITEMS) {
      oldestFirst.removeFirst();
    }
    forget(now);
  }

  synchronized List<HistoryItem> oldestFirst(Instant now) {
    forget(now);
    return List.copyOf(oldestFirst);
  }

  private void forget(Instant now) {
    while (!oldestFirst.isEmpty() && oldestFirst.getFirst().time().isBefore(now.minus(KEPT))) {
      oldestFirst.removeFirst();
    }
  }

  private static String cut(String summary) {
    return summary.length() <= SUMMARY_LENGTH
        ? summary
        : summary.substring(0, SUMMARY_LENGTH - 3) + "...";
  }
}
