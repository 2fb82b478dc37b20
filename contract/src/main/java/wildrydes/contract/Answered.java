package wildrydes.contract;

import java.util.Map;

/**
 * What came back.
 *
 * @param headers by name, whatever its case
 */
public record Answered(int status, Map<String, String> headers, String body) {

  public Answered {
    headers = Asked.anyCase(headers);
  }

  String mediaType() {
    return headers.getOrDefault("Content-Type", "").replaceFirst(";.*", "").strip();
  }
}
