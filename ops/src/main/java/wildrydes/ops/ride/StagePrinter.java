package wildrydes.ops.ride;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Prints when a ride went through its stages, and how long each took. */
record StagePrinter(BiConsumer<String, String> line) {

  void print(List<RideView.Stage> stages) {
    Optional<Instant> before = Optional.empty();
    for (RideView.Stage stage : stages) {
      Optional<Instant> time = instant(stage.time());
      String took =
          before
              .flatMap(from -> time.map(to -> "   after " + text(Duration.between(from, to))))
              .orElse("");
      line.accept(title(stage.name()), stage.time() + took);
      before = time;
    }
  }

  private static String title(String name) {
    return name.isEmpty() ? "?" : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Instant> instant(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(Duration took) {
    return took.compareTo(Duration.ofSeconds(10)) < 0
        ? took.toMillis() + " ms"
        : took.toSeconds() + " s";
  }
}
