package wildrydes.local.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The two lists in {@code docs/licences.md}: by licence, a line per group, its artifacts in
 * alphabetical order. Versions are not in them, so that an update of one leaves the page as it is.
 */
final class LicencePage {

  private LicencePage() {}

  /** The page with its lists written anew; the words around them stay. */
  static String updated(String page) {
    Set<String> deployed =
        deployed()
            .flatMap(list -> list.components().stream())
            .map(Component::artifact)
            .collect(toSet());
    List<Component> local =
        ComponentList.of(ComponentList.LOCAL).components().stream()
            .filter(component -> !deployed.contains(component.artifact()))
            .toList();
    String withDeployed =
        between(
            page,
            "deployed",
            written(deployed().flatMap(list -> list.components().stream()).toList()));
    return between(withDeployed, "local", written(local));
  }

  private static Stream<ComponentList> deployed() {
    return ComponentList.FUNCTIONS.stream().map(ComponentList::of);
  }

  private static String between(String page, String name, String list) {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    if (from < begin.length() || to < from) {
      throw new IllegalArgumentException(
          "docs/licences.md has no " + begin.strip() + " ... " + end);
    }
    return page.substring(0, from) + list + page.substring(to);
  }

  private static String written(Collection<Component> components) {
    return components.stream()
        .filter(component -> !component.isOurs())
        .collect(
            groupingBy(
                Component::licence,
                TreeMap::new,
                groupingBy(
                    Component::group,
                    TreeMap::new,
                    mapping(Component::name, toCollection(TreeSet::new)))))
        .entrySet()
        .stream()
        .map(licence -> heading(licence.getKey()) + "\n" + lines(licence.getValue()))
        .collect(joining("\n", "\n", "\n"));
  }

  private static String heading(String licence) {
    return Optional.ofNullable(AcceptedLicences.LOCAL.get(licence))
        .map(remark -> "**" + licence + "** (" + remark + "):\n")
        .orElse("**" + licence + "**:\n");
  }

  private static String lines(Map<String, ? extends Set<String>> groups) {
    return groups.entrySet().stream()
        .map(group -> "- `" + group.getKey() + "`: " + String.join(", ", group.getValue()) + "\n")
        .collect(joining());
  }
}
