package wildrydes.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** An answer on its way to the client. */
@SuppressWarnings("ArrayRecordComponent") // Bytes in transit: nobody compares two answers.
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

  /** The same with one header more. */
  HttpAnswer with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new HttpAnswer(status, all, body);
  }

  /** What API Gateway itself answers. */
  static HttpAnswer message(int status, String message) {
    return new HttpAnswer(
        status,
        Map.of("Content-Type", "application/json"),
        ("{\"message\":\"" + message + "\"}").getBytes(UTF_8));
  }
}
