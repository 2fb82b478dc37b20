package wildrydes.emulators.cloudwatch.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.cloudwatch.SettableClock;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.judging.Comparison;
import wildrydes.emulators.cloudwatch.judging.MissingData;
import wildrydes.emulators.cloudwatch.judging.Rule;
import wildrydes.emulators.cloudwatch.judging.StateValue;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.Statistic;

/** Whatever is put, the memory it takes has an end. */
class AlarmBoundsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final Alarms alarms = new Alarms(clock);

  @Test
  void oneAlarmMoreThanAwsAllowsIsRefused() {
    IntStream.range(0, Alarms.ALARMS).forEach(number -> alarms.put(alarm("A" + number)));

    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> alarms.put(alarm("One more")))
        .matches(refused -> refused.code() == ApiError.Code.LIMIT_EXCEEDED);
    alarms.put(alarm("A1"));
    assertThat(alarms.all()).hasSize(Alarms.ALARMS);
  }

  @Test
  void theOldestHistoryGivesWay() {
    alarms.put(alarm("A"));
    for (int change = 0; change < AlarmHistory.ITEMS; change++) {
      var value = change % 2 == 0 ? StateValue.ALARM : StateValue.OK;
      alarms.set("A", value, "Change " + change, Optional.empty());
    }

    var history = alarms.history();
    assertThat(history).hasSize(AlarmHistory.ITEMS);
    assertThat(history.getFirst().data()).contains("Change 0");
  }

  @Test
  void anItemIsNoLongerThanAwsMakesIt() {
    alarms.put(alarm("A"));
    String data = "{\"x\":\"%s\"}".formatted("x".repeat(3_900));

    alarms.set("A", StateValue.ALARM, "One", Optional.of(data));
    alarms.set("A", StateValue.OK, "Other", Optional.of(data));

    var item = alarms.history().getLast();
    assertThat(item.data()).hasSizeLessThan(4_096).contains("\"stateReason\":\"Other\"");
    assertThat(item.data()).doesNotContain("xxx");
  }

  private AlarmDefinition alarm(String name) {
    var metric = MetricId.of("N", "M", Map.of());
    var watched =
        new SingleMetric(
            new MetricStore(clock), metric, Statistic.Simple.SUM, Optional.empty(), 60);
    var rule =
        new Rule(Comparison.GREATER, 0, 1, OptionalInt.empty(), MissingData.NOT_BREACHING, 0);
    return new AlarmDefinition(
        name, Operation.structure(), watched, rule, true, Map.of(StateValue.ALARM, List.of()));
  }
}
