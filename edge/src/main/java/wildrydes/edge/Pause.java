package wildrydes.edge;

import java.time.Duration;

/** Lets a function do nothing for a while. */
@FunctionalInterface
public interface Pause {

  /** Returns after that time, or at once if its thread is interrupted, which it then still is. */
  void pause(Duration time);

  /** The real one. */
  static Pause sleeping() {
    return time -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
