package wildrydes.ops.ride;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time, as a command that waits for something sees it. */
public interface Wait extends InstantSource {

  /** Lets that much time pass. */
  void sleep(Duration pause);

  /** Time itself. */
  static Wait real() {
    return new Wait() {
      @Override
      public Instant instant() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration pause) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("waiting was interrupted", e);
        }
      }
    };
  }
}
