package wildrydes.edge.rehearsal;

import com.fasterxml.jackson.jr.stree.JrsArray;
import com.fasterxml.jackson.jr.stree.JrsObject;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wildrydes.messages.Json;

/**
 * What a rehearsal plays.
 *
 * @param events JSON, as Lambda would hand them over
 * @param answers of DynamoDB and SQS, JSON by operation
 */
record Script(List<String> events, Map<String, String> answers) {

  /** Reads {@code rehearsal.json}, which lies beside the class. */
  static Script of(Class<?> owner) {
    try (InputStream file = owner.getResourceAsStream("rehearsal.json")) {
      if (file == null) {
        throw new IllegalStateException("There is no rehearsal.json beside " + owner.getName());
      }
      var json = new Json();
      JrsValue script = json.read(file);
      List<String> events = new ArrayList<>();
      ((JrsArray) script.get("events")).elements().forEachRemaining(e -> events.add(json.write(e)));
      Map<String, String> answers = new HashMap<>();
      ((JrsObject) script.get("answers"))
          .fields()
          .forEachRemaining(each -> answers.put(each.getKey(), json.write(each.getValue())));
      return new Script(events, answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
