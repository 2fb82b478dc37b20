package wildrydes.ops.deadletters.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A listing of the lanes, for scripts; docs/dead-letters.md promises the fields. */
public final class ListingJson {

  private ListingJson() {}

  /**
   * One object.
   *
   * @param examples how many messages to show of each cause
   */
  public static ObjectNode of(String stack, List<LaneListing> lanes, int examples, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("Stack", stack);
    ArrayNode queues = json.putArray("Queues");
    for (LaneListing lane : lanes) {
      ObjectNode queue =
          queues
              .addObject()
              .put("Queue", lane.lane().word())
              .put("Name", lane.lane().deadLetterQueueName(stack))
              .put("Count", lane.count())
              .put("Unseen", lane.unseen());
      lane.oldest()
          .ifPresent(
              oldest ->
                  queue
                      .put("OldestSent", oldest.toString())
                      .put("OldestAgeSeconds", LaneListing.seconds(oldest, now)));
      ArrayNode causes = queue.putArray("Causes");
      lane.groups().forEach(group -> causes.add(cause(group, examples, now)));
    }
    return json;
  }

  private static ObjectNode cause(LaneListing.Group group, int examples, Instant now) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Cause", group.cause())
            .put("Count", group.letters().size())
            .put("OldestSent", group.oldest().toString());
    ArrayNode some = json.putArray("Examples");
    group.letters().stream()
        .limit(examples)
        .forEach(explained -> some.add(LetterJson.brief(explained, now)));
    return json;
  }
}
