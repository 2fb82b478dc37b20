package wildrydes.benchmarks.throughput;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long every call to a stubbed service takes. */
record CallTime(Duration time) {

  void pass() {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
