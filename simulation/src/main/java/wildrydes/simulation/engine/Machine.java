package wildrydes.simulation.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Where threads run: one execution environment of a function, say. It has a clock of its own, and
 * when it dies all its threads end at the pause they are in.
 */
public final class Machine {

  private final Scheduler scheduler;
  private final String name;
  private final Duration clockSkew;
  private final Runnable onEntry;
  private final List<SimulatedThread> threads = new ArrayList<>();
  private boolean alive = true;

  /**
   * A machine that works.
   *
   * @param clockSkew how far its clock is ahead
   * @param onEntry runs first on each of its threads
   */
  public Machine(Scheduler scheduler, String name, Duration clockSkew, Runnable onEntry) {
    this.scheduler = scheduler;
    this.name = name;
    this.clockSkew = clockSkew;
    this.onEntry = onEntry;
  }

  public boolean isAlive() {
    return alive;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  public Duration clockSkew() {
    return clockSkew;
  }

  public InstantSource clock() {
    return () -> scheduler.instant().plus(clockSkew);
  }

  /** Lets the thread that asks do nothing for a while. */
  public void pause(Duration time) {
    scheduler.pause(time);
  }

  /** Ends the thread that asks, if the machine has died under it. */
  public void mustBeAlive() {
    if (!alive) {
      throw new MachineDied();
    }
  }

  /** Ends it and all its threads; what they have sent to others stays sent. */
  public void die() {
    alive = false;
    for (SimulatedThread thread : List.copyOf(threads)) {
      scheduler.after(Duration.ZERO, thread::wake);
    }
  }

  void runs(SimulatedThread thread) {
    threads.add(thread);
  }

  void ended(SimulatedThread thread) {
    threads.remove(thread);
  }

  void enter() {
    onEntry.run();
  }

  @Override
  public String toString() {
    return name;
  }
}
