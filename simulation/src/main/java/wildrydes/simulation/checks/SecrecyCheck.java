package wildrydes.simulation.checks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;
import wildrydes.simulation.world.World;

/** No place, no rider's key and no body is in any log line. */
final class SecrecyCheck implements Watcher {

  private static final List<String> PARTS_OF_BODIES = List.of("Latitude", "\"Type\"", "Sesame");

  private final History history;
  private final List<String> secrets;

  SecrecyCheck(World world) {
    this.history = world.history();
    Stream<String> places =
        world.scenario().wishes().stream()
            .flatMap(wish -> Stream.of(wish.pickup().latitude(), wish.pickup().longitude()))
            .map(degrees -> String.format(Locale.ROOT, "%.4f", Math.abs(degrees)));
    this.secrets = Stream.concat(places, PARTS_OF_BODIES.stream()).distinct().toList();
  }

  @Override
  public void logged(String line) {
    for (String secret : secrets) {
      if (line.contains(secret)) {
        history.violation(Rule.NO_SECRET_IS_LOGGED, "\"" + secret + "\" was: " + line);
      }
    }
  }
}
