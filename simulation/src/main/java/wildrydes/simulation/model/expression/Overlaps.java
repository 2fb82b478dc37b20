package wildrydes.simulation.model.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Paths that cannot stand in one expression together. */
final class Overlaps {

  private Overlaps() {}

  /** Refuses paths of which one leads into, or is, or is typed unlike another. */
  static void refuse(List<Path> paths, Bindings bindings) {
    if (allDifferent(paths, bindings)) {
      return;
    }
    List<Path> resolved = paths.stream().map(path -> path.resolved(bindings)).toList();
    for (int i = 0; i < resolved.size(); i++) {
      for (int j = i + 1; j < resolved.size(); j++) {
        refuse(resolved.get(i).steps(), resolved.get(j).steps());
      }
    }
  }

  // The quick way for nearly all expressions.
  private static boolean allDifferent(List<Path> paths, Bindings bindings) {
    Set<String> roots = new HashSet<>();
    for (Path path : paths) {
      if (!roots.add(path.root(bindings))) {
        return false;
      }
    }
    return true;
  }

  private static void refuse(List<Path.Step> one, List<Path.Step> other) {
    int length = Math.min(one.size(), other.size());
    for (int i = 0; i < length; i++) {
      Path.Step step = one.get(i);
      Path.Step counterpart = other.get(i);
      if (!step.equals(counterpart)) {
        if (step instanceof Path.Step.Index != counterpart instanceof Path.Step.Index) {
          throw Invalid.request(
              "Two document paths conflict with each other; must remove or rewrite one of these"
                  + " paths;");
        }
        return;
      }
    }
    throw Invalid.request(
        "Two document paths overlap with each other; must remove or rewrite one of these paths;");
  }
}
