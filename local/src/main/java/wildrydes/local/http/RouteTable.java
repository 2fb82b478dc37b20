package wildrydes.local.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.emulators.template.ServerlessFunction.Route;
import wildrydes.local.lambda.LambdaFunction;

/** Which function gets which requests. */
public final class RouteTable {

  private record Entry(Route route, LambdaFunction function) {}

  /**
   * A route that fits a request.
   *
   * @param parameters what stands at the route's {@code {names}}
   */
  record Match(Route route, LambdaFunction function, Map<String, String> parameters) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a route of the template. */
  public void add(Route route, LambdaFunction function) {
    entries.add(new Entry(route, function));
  }

  Optional<Match> match(String method, String path) {
    return entries.stream()
        .filter(entry -> entry.route().method().equals(method))
        .flatMap(
            entry ->
                parameters(entry.route().path(), path)
                    .map(found -> new Match(entry.route(), entry.function(), found))
                    .stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> parameters(String template, String path) {
    String[] names = template.split("/", -1);
    String[] parts = path.split("/", -1);
    if (names.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{") && !parts[i].isEmpty()) {
        parameters.put(names[i].substring(1, names[i].length() - 1), parts[i]);
      } else if (!names[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
