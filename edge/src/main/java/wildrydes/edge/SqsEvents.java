package wildrydes.edge;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQS's events and the answers to them as JSON. Lambda's runtime would map them, too, with a JSON
 * library of its own that a cold start would first have to load: a thousand classes.
 */
public final class SqsEvents {

  private static final JsonMapper JSON = new JsonMapper();

  private SqsEvents() {}

  /**
   * Reads a batch, as far as {@link Delivery} looks at it.
   *
   * @throws IOException if it is not JSON
   */
  public static SQSEvent read(InputStream json) throws IOException {
    var event = new SQSEvent();
    event.setRecords(
        JSON.readTree(json).path("Records").valueStream().map(SqsEvents::message).toList());
    return event;
  }

  /** Writes which messages failed. */
  public static void write(SQSBatchResponse answer, OutputStream out) throws IOException {
    var json = JSON.createObjectNode();
    var failures = json.putArray("batchItemFailures");
    for (var failure : answer.getBatchItemFailures()) {
      failures.addObject().put("itemIdentifier", failure.getItemIdentifier());
    }
    JSON.writeValue(out, json);
  }

  private static SQSMessage message(JsonNode record) {
    var message = new SQSMessage();
    message.setMessageId(text(record, "messageId"));
    message.setReceiptHandle(text(record, "receiptHandle"));
    message.setBody(text(record, "body"));
    Map<String, String> attributes = new HashMap<>();
    record
        .path("attributes")
        .properties()
        .forEach(each -> attributes.put(each.getKey(), each.getValue().asText()));
    message.setAttributes(attributes);
    Map<String, MessageAttribute> own = new HashMap<>();
    record
        .path("messageAttributes")
        .properties()
        .forEach(each -> own.put(each.getKey(), attribute(each.getValue())));
    message.setMessageAttributes(own);
    return message;
  }

  private static MessageAttribute attribute(JsonNode json) {
    var attribute = new MessageAttribute();
    attribute.setStringValue(text(json, "stringValue"));
    attribute.setDataType(text(json, "dataType"));
    return attribute;
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).textValue();
  }
}
