package wildrydes.emulators;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something to happen, up to a deadline. */
final class Eventually {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private Eventually() {}

  /**
   * Asks again and again until there is an answer. The asking itself must take its time, as a long
   * poll does.
   */
  static <T> T present(Supplier<Optional<T>> asked) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < end) {
      var answer = asked.get();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new AssertionError("Nothing came within " + DEADLINE);
  }
}
