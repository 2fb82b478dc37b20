package wildrydes.local.packed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import wildrydes.local.packed.Border.Side;

/** Waits for a process to come to a border, and is sprung once. */
final class Trap {

  private final Border border;
  private final Side side;
  private final AtomicInteger toPass;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /**
   * @param toPass crossings that are let through first, so that it springs in the middle of a batch
   */
  Trap(Border border, Side side, int toPass) {
    this.border = border;
    this.side = side;
    this.toPass = new AtomicInteger(toPass);
  }

  /** Whether it is this crossing, and no other, that it waited for. */
  boolean springsAt(String call, Side crossing) {
    return crossing == side && border.isCrossedBy(call) && toPass.getAndDecrement() == 0;
  }

  /** Completes once the process is dead. */
  CompletableFuture<Void> done() {
    return done;
  }
}
