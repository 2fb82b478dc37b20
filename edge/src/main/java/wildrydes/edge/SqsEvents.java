package wildrydes.edge;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.stree.JrsArray;
import com.fasterxml.jackson.jr.stree.JrsObject;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wildrydes.messages.Json;

/**
 * SQS's events and the answers to them as JSON. Lambda's runtime would map them, too, with a JSON
 * library of its own that a cold start would first have to load: a thousand classes.
 */
public final class SqsEvents {

  private static final Json JSON = new Json();

  private SqsEvents() {}

  /**
   * Reads a batch, as far as {@link Delivery} looks at it.
   *
   * @throws IOException if it is not JSON
   */
  public static SQSEvent read(InputStream json) throws IOException {
    List<SQSMessage> messages = new ArrayList<>();
    if (JSON.read(json).path("Records") instanceof JrsArray records) {
      records.elements().forEachRemaining(each -> messages.add(message(each)));
    }
    var event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  /** Writes which messages failed. */
  public static void write(SQSBatchResponse answer, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.writer(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (var failure : answer.getBatchItemFailures()) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", failure.getItemIdentifier());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static SQSMessage message(JrsValue record) {
    var message = new SQSMessage();
    message.setMessageId(text(record, "messageId"));
    message.setReceiptHandle(text(record, "receiptHandle"));
    message.setBody(text(record, "body"));
    Map<String, String> attributes = new HashMap<>();
    if (record.path("attributes") instanceof JrsObject given) {
      given.fields().forEachRemaining(e -> attributes.put(e.getKey(), e.getValue().asText()));
    }
    message.setAttributes(attributes);
    Map<String, MessageAttribute> own = new HashMap<>();
    if (record.path("messageAttributes") instanceof JrsObject given) {
      given.fields().forEachRemaining(e -> own.put(e.getKey(), attribute(e.getValue())));
    }
    message.setMessageAttributes(own);
    return message;
  }

  private static MessageAttribute attribute(JrsValue json) {
    var attribute = new MessageAttribute();
    attribute.setStringValue(text(json, "stringValue"));
    attribute.setDataType(text(json, "dataType"));
    return attribute;
  }

  private static @Nullable String text(JrsValue json, String name) {
    return Json.textOf(json.path(name));
  }
}
