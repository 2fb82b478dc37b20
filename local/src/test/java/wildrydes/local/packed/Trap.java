package wildrydes.local.packed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.local.packed.Border.Side;

/** Waits for a process of a function to come to a certain call, and kills it, once. */
final class Trap {

  private final String call;
  private final Side side;
  private final AtomicInteger toPass;
  private final int delayMillis;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private Trap(String call, Side side, int toPass, int delayMillis) {
    this.call = call;
    this.side = side;
    this.toPass = new AtomicInteger(toPass);
    this.delayMillis = delayMillis;
  }

  /**
   * Kills at a border.
   *
   * @param toPass crossings that are let through first, so that it is in the middle of a batch
   */
  static Trap at(Border border, Side side, int toPass) {
    return new Trap(border.call(), side, toPass, 0);
  }

  /** Kills at no particular call, so long after an event was handed out. */
  static Trap intoABatch(int delayMillis) {
    return new Trap(CallProxy.EVENT, Side.AFTER, 0, delayMillis);
  }

  /**
   * Looks at one call of a process.
   *
   * @return whether the process is dead now
   */
  boolean killsAt(String name, Side crossing, Runnable kill) {
    if (crossing != side || !name.equals(call) || toPass.getAndDecrement() != 0) {
      return false;
    }
    if (delayMillis > 0) {
      var later = CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS);
      later.execute(() -> finish(kill));
      return false;
    }
    finish(kill);
    return true;
  }

  private void finish(Runnable kill) {
    kill.run();
    done.complete(null);
  }

  /** Completes once the process is dead. */
  CompletableFuture<Void> done() {
    return done;
  }
}
