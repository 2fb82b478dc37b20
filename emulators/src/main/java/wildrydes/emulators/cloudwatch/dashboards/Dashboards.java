package wildrydes.emulators.cloudwatch.dashboards;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.emulators.cloudwatch.api.ApiError;

/**
 * All dashboards by name, in memory and safe for any thread. AWS does not limit them; here there
 * are at most {@value #DASHBOARDS}, with {@value #CHARACTERS} characters in all their bodies.
 */
public final class Dashboards {
  static final int DASHBOARDS = 5_000;
  static final int CHARACTERS = 32_000_000;

  private final InstantSource clock;
  private final TreeMap<String, Dashboard> byName = new TreeMap<>();
  private int characters;

  public Dashboards(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void put(String name, String body) {
    int added = body.length() - find(name).map(each -> each.body().length()).orElse(0);
    if (characters + added > CHARACTERS
        || (!byName.containsKey(name) && byName.size() >= DASHBOARDS)) {
      throw new ApiError(
          ApiError.Code.DASHBOARD_INVALID,
          "This local CloudWatch keeps %d dashboards of %d characters at most. Delete one."
              .formatted(DASHBOARDS, CHARACTERS));
    }
    var modified = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byName.put(name, new Dashboard(name, body, modified));
    characters += added;
  }

  synchronized Optional<Dashboard> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their names. */
  synchronized List<Dashboard> all() {
    return List.copyOf(byName.values());
  }

  /** Deletes those that there are, and answers which are not. */
  synchronized List<String> delete(Collection<String> names) {
    var missing = new ArrayList<String>();
    for (String name : names) {
      var deleted = byName.remove(name);
      if (deleted == null) {
        missing.add(name);
      } else {
        characters -= deleted.body().length();
      }
    }
    return missing;
  }
}
