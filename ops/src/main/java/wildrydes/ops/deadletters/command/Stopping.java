package wildrydes.ops.deadletters.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import wildrydes.ops.terminal.OnInterrupt;

/** Asks work to stop on Ctrl-C, and keeps the program alive until it has put its things away. */
final class Stopping implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 15;

  private final CountDownLatch over = new CountDownLatch(1);
  private final OnInterrupt hook;

  private Stopping(AtomicBoolean stopping) {
    hook =
        OnInterrupt.run(
            () -> {
              stopping.set(true);
              awaitTheEnd();
            });
  }

  static Stopping onInterrupt(AtomicBoolean stopping) {
    return new Stopping(stopping);
  }

  private void awaitTheEnd() {
    try {
      // Should it take longer, the queue's own time-outs put things away.
      boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    hook.close();
  }
}
