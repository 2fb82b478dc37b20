package wildrydes.simulation.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wildrydes.simulation.engine.Scheduler;

/** All that happened, in order. It is put into words only if somebody wants to read it. */
public final class Timeline {

  private static final int WIDTH = 400;

  private record Entry(long nanos, Object what, Object about) {

    @Override
    public String toString() {
      Duration time = Duration.ofNanos(nanos);
      String text = what + "  " + Words.of(about);
      return String.format(
          Locale.ROOT,
          "%4d:%02d:%02d.%03d  %s",
          time.toHours(),
          time.toMinutesPart(),
          time.toSecondsPart(),
          time.toMillisPart(),
          text.length() > WIDTH ? text.substring(0, WIDTH) + " ..." : text);
    }
  }

  private final Scheduler scheduler;
  private final List<Entry> entries = new ArrayList<>();

  Timeline(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Adds something; both are put into words later, so they must not change. */
  public void add(Object what, Object about) {
    entries.add(new Entry(scheduler.nanos(), what, about));
  }

  /** Everything, one line each. */
  public List<String> lines() {
    return entries.stream().map(Entry::toString).toList();
  }

  /**
   * What happened and when, without what it was about: maps print in an order that differs from one
   * JVM to the next.
   */
  public List<String> events() {
    return entries.stream().map(entry -> entry.nanos() + " " + entry.what()).toList();
  }

  /** What names one of these words: a ride's id, a unicorn's name, a violation. */
  public List<String> about(List<String> words) {
    return lines().stream().filter(line -> words.stream().anyMatch(line::contains)).toList();
  }
}
