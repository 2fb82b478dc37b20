package wildrydes.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * A request as a client sends it.
 *
 * @param path without a query; each part percent-encoded
 * @param headers by name, whatever its case
 * @param body as text; empty where there is none
 */
public record Asked(String method, String path, Map<String, String> headers, String body) {

  public Asked {
    headers = anyCase(headers);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  static Map<String, String> anyCase(Map<String, String> headers) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    return byName;
  }
}
