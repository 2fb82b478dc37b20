package wildrydes.emulators.cloudwatch.alarms;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.judging.Judgement;
import wildrydes.emulators.cloudwatch.judging.StateReason;
import wildrydes.emulators.cloudwatch.judging.StateValue;

/**
 * All alarms by name, at most {@value #ALARMS} as on AWS, in memory and safe for any thread. Every
 * change is written into their history before it can be seen.
 */
public final class Alarms {
  static final int ALARMS = 5_000;

  private final InstantSource clock;
  private final AlarmHistory history = new AlarmHistory();
  private final TreeMap<String, Alarm> byName = new TreeMap<>();

  public Alarms(InstantSource clock) {
    this.clock = clock;
  }

  /** A new alarm knows nothing yet; one that there was keeps what it says. */
  public synchronized void put(AlarmDefinition definition) {
    var now = now();
    var before = byName.get(definition.name());
    if (before == null && byName.size() >= ALARMS) {
      throw new ApiError(
          ApiError.Code.LIMIT_EXCEEDED,
          "There are %d alarms, which is the limit. Delete one.".formatted(ALARMS));
    }
    var state = before == null ? AlarmState.initial(now) : before.state();
    configure(new Alarm(definition, now, state), before == null, now);
  }

  /** Changes those that there are. */
  public synchronized void switchActions(Collection<String> names, boolean enabled) {
    var now = now();
    for (String name : names) {
      var alarm = byName.get(name);
      if (alarm != null) {
        var definition = alarm.definition().withActions(enabled);
        configure(new Alarm(definition, now, alarm.state()), false, now);
      }
    }
  }

  /** Deletes those that there are, whose history stays. */
  public synchronized void delete(Collection<String> names) {
    var now = now();
    for (String name : names) {
      var alarm = byName.remove(name);
      if (alarm != null) {
        var data = HistoryData.configuration("Delete", "deletedAlarm", alarm);
        tellOfConfiguration(name, now, "deleted", data);
      }
    }
  }

  /** What somebody says that it says: it lasts until its datapoints say something else. */
  public synchronized void set(
      String name, StateValue value, String reason, Optional<String> reasonData) {
    find(name)
        .ifPresent(
            alarm -> {
              var now = now();
              change(alarm, alarm.state().next(value, reason, reasonData, now));
            });
  }

  /** Compares an alarm's datapoints with its threshold. */
  public void judge(Alarm alarm) {
    var now = now();
    alarm.judge(now).ifPresent(judgement -> apply(alarm.definition(), judgement, now));
  }

  public synchronized Optional<Alarm> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their names. */
  public synchronized List<Alarm> all() {
    return List.copyOf(byName.values());
  }

  public List<HistoryItem> history() {
    return history.oldestFirst(now());
  }

  /** Only on the definition that was judged: meanwhile it may have been replaced or deleted. */
  private synchronized void apply(AlarmDefinition judged, Judgement judgement, Instant now) {
    var alarm = byName.get(judged.name());
    if (alarm == null
        || alarm.state().value() == judgement.value()
        || !alarm.definition().equals(judged)) {
      return;
    }
    var reason = StateReason.of(judged.rule(), judgement);
    var data = judged.watched().reasonData().of(judged.rule(), judgement, now);
    change(alarm, alarm.state().next(judgement.value(), reason, Optional.of(data), now));
  }

  private void configure(Alarm alarm, boolean created, Instant now) {
    var data =
        created
            ? HistoryData.configuration("Create", "createdAlarm", alarm)
            : HistoryData.configuration("Update", "updatedAlarm", alarm);
    tellOfConfiguration(alarm.name(), now, created ? "created" : "updated", data);
    byName.put(alarm.name(), alarm);
  }

  private void change(Alarm alarm, AlarmState next) {
    var old = alarm.state();
    if (old.value() != next.value()) {
      history.add(
          alarm.name(),
          next.updated(),
          HistoryItem.Kind.STATE_UPDATE,
          "Alarm updated from %s to %s".formatted(old.value(), next.value()),
          HistoryData.change(old, next));
      for (String action : alarm.definition().actionsOn(next.value())) {
        history.add(
            alarm.name(),
            next.updated(),
            HistoryItem.Kind.ACTION,
            "Would have executed action %s: locally nothing is delivered".formatted(action),
            HistoryData.action(action, next));
      }
    }
    byName.put(alarm.name(), alarm.with(next));
  }

  private void tellOfConfiguration(String name, Instant now, String what, HistoryData data) {
    history.add(
        name,
        now,
        HistoryItem.Kind.CONFIGURATION_UPDATE,
        "Alarm \"%s\" %s".formatted(name, what),
        data);
  }

  /** To the millisecond, as CloudWatch tells time. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
