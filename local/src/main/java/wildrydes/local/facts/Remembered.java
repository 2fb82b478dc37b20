package wildrydes.local.facts;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks something up at most once in a while, however many ask. What takes long to look up is kept
 * for longer, so that looking takes at most a tenth of the time. A failed look is not kept.
 */
final class Remembered<T> implements Supplier<T> {

  private static final int SHARE = 10;

  private final Supplier<T> look;
  private final long atLeastNanos;
  private final LongSupplier nanoTime;

  private @Nullable T seen;
  private long validUntil;

  Remembered(Supplier<T> look, Duration atLeast, LongSupplier nanoTime) {
    this.look = look;
    this.atLeastNanos = atLeast.toNanos();
    this.nanoTime = nanoTime;
  }

  static <T> Remembered<T> forAtLeast(Duration time, Supplier<T> look) {
    return new Remembered<>(look, time, System::nanoTime);
  }

  @Override
  public synchronized T get() {
    T last = seen;
    long begin = nanoTime.getAsLong();
    if (last != null && begin - validUntil < 0) {
      return last;
    }
    T now = look.get();
    long end = nanoTime.getAsLong();
    seen = now;
    validUntil = end + Math.max(atLeastNanos, SHARE * (end - begin));
    return now;
  }
}
