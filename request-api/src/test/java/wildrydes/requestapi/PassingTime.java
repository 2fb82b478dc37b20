package wildrydes.requestapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Time that passes only while somebody pauses, and what happens meanwhile. */
public final class PassingTime implements InstantSource {

  private record Event(Instant time, Runnable action) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      return time.compareTo(other.time);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private Instant now;

  public PassingTime(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets something happen after a while. */
  public void in(Duration delay, Runnable action) {
    events.add(new Event(now.plus(delay), action));
  }

  public void pause(Duration time) {
    Instant end = now.plus(time);
    while (!events.isEmpty() && !events.element().time().isAfter(end)) {
      Event next = events.remove();
      now = next.time();
      next.action().run();
    }
    now = end;
  }
}
