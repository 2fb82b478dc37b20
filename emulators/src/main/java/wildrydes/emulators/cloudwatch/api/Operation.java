package wildrydes.emulators.cloudwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the API, whatever the protocol. */
@FunctionalInterface
public interface Operation {
  /**
   * A time in the answer is a {@link com.fasterxml.jackson.databind.node.POJONode} of an {@link
   * java.time.Instant}: each protocol writes it in its own way. An empty answer is one without a
   * body.
   *
   * @throws ApiError when the request is refused
   */
  ObjectNode answer(Parameters request);

  static ObjectNode structure() {
    return JsonNodeFactory.instance.objectNode();
  }
}
