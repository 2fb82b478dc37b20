package wildrydes.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and what is to happen when. One thread runs at a time, so nothing in a simulation
 * needs a lock. Its loop belongs on a virtual thread: handing over to and from the simulation's own
 * threads then costs less than a microsecond.
 */
public final class Scheduler implements InstantSource {

  /** When every simulation begins. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private record Event(long nanos, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::order));
  private long nanos;
  private long scheduled;
  private @Nullable SimulatedThread running;

  /** True time, which no machine's clock need agree with. */
  @Override
  public Instant instant() {
    return START.plusNanos(nanos);
  }

  /** Nanoseconds since {@link #START}. */
  public long nanos() {
    return nanos;
  }

  /** Lets something happen after a while. It must not pause; what may pause needs a thread. */
  public void after(Duration delay, Runnable action) {
    events.add(new Event(nanos + Math.max(0, delay.toNanos()), scheduled++, action));
  }

  /** Starts a thread that begins to run once whoever runs now pauses. */
  public SimulatedThread start(Machine machine, Runnable body) {
    var thread = new SimulatedThread(this, machine, body);
    machine.runs(thread);
    after(Duration.ZERO, thread::resume);
    return thread;
  }

  /**
   * Lets things happen in the order of their times until nothing is left to happen.
   *
   * @return false if after this many events there was still something left
   */
  public boolean run(int limit) {
    for (int i = 0; i < limit; i++) {
      Event next = events.poll();
      if (next == null) {
        return true;
      }
      nanos = next.nanos();
      next.action().run();
    }
    return events.isEmpty();
  }

  /** Whether there is a thread running, and not the scheduler itself. */
  public boolean inThread() {
    return running != null;
  }

  /** The thread that runs now. */
  public SimulatedThread current() {
    if (running == null) {
      throw new IllegalStateException("only a simulated thread may do this");
    }
    return running;
  }

  /** Lets the current thread wait in virtual time. */
  public void pause(Duration time) {
    SimulatedThread thread = current();
    long end = nanos + Math.max(0, time.toNanos());
    after(time, thread::wake);
    thread.suspendUntil(() -> nanos >= end);
  }

  void running(@Nullable SimulatedThread thread) {
    running = thread;
  }
}
