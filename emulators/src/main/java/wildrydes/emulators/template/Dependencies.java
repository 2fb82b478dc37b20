package wildrydes.emulators.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resource needs which other first. CloudFormation cannot deploy a circle, so none is
 * accepted.
 */
final class Dependencies {

  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  void add(String logicalId, String needed) {
    needs.computeIfAbsent(logicalId, _ -> new LinkedHashSet<>()).add(needed);
  }

  void refuseCircles(Place resources) {
    var done = new LinkedHashSet<String>();
    for (var start : needs.keySet()) {
      visit(start, new ArrayList<>(), done, resources);
    }
  }

  private void visit(String logicalId, List<String> way, Set<String> done, Place resources) {
    if (done.contains(logicalId)) {
      return;
    }
    int seen = way.indexOf(logicalId);
    way.add(logicalId);
    if (seen >= 0) {
      throw resources
          .at(logicalId)
          .refuse(
              "It depends on itself: " + String.join(" -> ", way.subList(seen, way.size())) + ".",
              "Build one of the references from names, e.g. with Fn::Sub.");
    }
    for (var needed : needs.getOrDefault(logicalId, Set.of())) {
      visit(needed, way, done, resources);
    }
    way.removeLast();
    done.add(logicalId);
  }
}
