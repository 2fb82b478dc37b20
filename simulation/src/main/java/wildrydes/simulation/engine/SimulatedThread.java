package wildrydes.simulation.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs only while the scheduler waits for it. It is a virtual thread of its own, so
 * that what code keeps per thread, its log context for one, is kept as on Lambda.
 */
public final class SimulatedThread {

  private final Scheduler scheduler;
  private final Machine machine;
  private final Thread thread;
  private boolean started;
  private boolean suspended;
  private boolean interrupted;
  private boolean over;
  private volatile boolean itsTurn;
  private @Nullable Thread loop;
  private @Nullable Throwable failure;

  SimulatedThread(Scheduler scheduler, Machine machine, Runnable body) {
    this.scheduler = scheduler;
    this.machine = machine;
    this.thread = Thread.ofVirtual().unstarted(() -> run(body));
  }

  public Machine machine() {
    return machine;
  }

  /** Whether it has been told to give up what it waits for. */
  public boolean interrupted() {
    return interrupted;
  }

  /**
   * Waits until it is so, which it looks at whenever somebody calls {@link #wake}. An interrupted
   * thread does not wait.
   */
  public void suspendUntil(BooleanSupplier condition) {
    machine.mustBeAlive();
    while (!condition.getAsBoolean() && !interrupted) {
      suspended = true;
      handBack();
      machine.mustBeAlive();
    }
  }

  /** Lets it look whether it may go on. */
  public void wake() {
    if (suspended && !over) {
      suspended = false;
      resume();
    }
  }

  /** As {@link Thread#interrupt}: what it waits for ends at once. */
  void interrupt() {
    interrupted = true;
    scheduler.after(Duration.ZERO, this::wake);
  }

  /** Runs it until its next pause; called by the scheduler's loop alone. */
  void resume() {
    if (!started && !machine.isAlive()) {
      over = true;
      return;
    }
    loop = Thread.currentThread();
    scheduler.running(this);
    itsTurn = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    while (itsTurn) {
      LockSupport.park(this);
    }
    scheduler.running(null);
    if (failure != null) {
      throw new IllegalStateException("a thread of " + machine + " failed", failure);
    }
  }

  private void run(Runnable body) {
    try {
      machine.enter();
      body.run();
    } catch (MachineDied e) {
      // It has ended as it should.
    } catch (Throwable e) {
      failure = e;
    } finally {
      over = true;
      machine.ended(this);
      itsTurn = false;
      LockSupport.unpark(loop);
    }
  }

  private void handBack() {
    itsTurn = false;
    LockSupport.unpark(loop);
    while (!itsTurn) {
      LockSupport.park(this);
    }
  }
}
