package wildrydes.simulation.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.world.Scenario.Wish;

/** What the API has promised riders, and shown them since. */
public final class Promises {

  /** What a rider may see after what; a ride may show the same again. */
  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "REQUESTED", Set.of("REQUESTED", "OVERDUE", "ASSIGNED", "UNASSIGNED", "FAILED"),
          // Of two machines one may think that it is time, and the other that it is not yet.
          "OVERDUE", Set.of("OVERDUE", "REQUESTED", "ASSIGNED", "UNASSIGNED", "FAILED"),
          "FAILED", Set.of("FAILED", "ASSIGNED", "UNASSIGNED"),
          "ASSIGNED", Set.of("ASSIGNED"),
          "UNASSIGNED", Set.of("UNASSIGNED"));

  private final History history;
  private final Map<String, Wish> accepted = new LinkedHashMap<>();
  private final Map<String, String> byKey = new HashMap<>();
  private final Map<String, String> lastShown = new HashMap<>();

  Promises(History history) {
    this.history = history;
  }

  /** The rides that were answered 202. */
  public Map<String, Wish> accepted() {
    return accepted;
  }

  /** What the ride's rider saw last. */
  public String lastShown(String id) {
    return lastShown.getOrDefault(id, "nothing");
  }

  void accepted(Wish wish, String id) {
    accepted.put(id, wish);
    lastShown.putIfAbsent(id, "REQUESTED");
    wish.key()
        .ifPresent(
            key -> {
              String before = byKey.putIfAbsent(wish.rider() + " " + key, id);
              if (before != null && !before.equals(id)) {
                history.violation(Rule.SAME_KEY_SAME_RIDE, before + " and " + id);
              }
            });
  }

  /**
   * The API has shown a ride's status to somebody who asked when {@code before} was the last that
   * anybody had seen. An answer that was slower than another's may be older than that one.
   */
  void shown(String id, String before, String status) {
    if (!NEXT.getOrDefault(before, Set.of()).contains(status)) {
      history.violation(Rule.RIDERS_SEE_NO_WAY_BACK, id + " was " + before + ", then " + status);
    }
    if (NEXT.getOrDefault(lastShown(id), Set.of()).contains(status)) {
      lastShown.put(id, status);
    }
  }
}
