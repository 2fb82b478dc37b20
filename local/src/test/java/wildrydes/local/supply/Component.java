package wildrydes.local.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * One artifact, as a list of components names it.
 *
 * @param sha256 of its file, in small hexadecimal digits
 * @param licences SPDX ids, or names where a licence has none
 */
record Component(String group, String name, String sha256, Set<String> licences) {

  Component {
    licences = Set.copyOf(licences);
  }

  static Component of(JsonNode json) {
    return new Component(
        json.path("group").asText(), json.path("name").asText(), sha256(json), licences(json));
  }

  boolean isOurs() {
    return group.equals("wildrydes");
  }

  /** Such as {@code Apache-2.0, EPL-2.0}; no list says whether it means "or" or "and". */
  String licence() {
    return String.join(", ", new TreeSet<>(licences));
  }

  private static String sha256(JsonNode json) {
    return json.path("hashes")
        .valueStream()
        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
        .map(hash -> hash.path("content").asText())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A component without SHA-256: " + json));
  }

  private static Set<String> licences(JsonNode json) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode choice : json.path("licenses")) {
      JsonNode licence = choice.path("license");
      String id = licence.path("id").asText(licence.path("name").asText());
      licences.add(id.isEmpty() ? choice.path("expression").asText("unknown") : id);
    }
    return licences;
  }

  String artifact() {
    return group + ":" + name;
  }

  @Override
  public String toString() {
    return artifact() + " (" + licence() + ")";
  }
}
