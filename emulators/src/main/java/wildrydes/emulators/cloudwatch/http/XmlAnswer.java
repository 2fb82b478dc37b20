package wildrydes.emulators.cloudwatch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An answer's tree as the query protocol's XML: a list's items are called member. */
final class XmlAnswer {
  private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  /** The operations without a result: older clients look for one in all others. */
  private static final Set<String> WITHOUT_RESULT =
      Set.of(
          "PutMetricData",
          "PutMetricAlarm",
          "DeleteAlarms",
          "SetAlarmState",
          "EnableAlarmActions",
          "DisableAlarmActions");

  /** The one member that is a map and no structure: {@code <entry><key/><value/></entry>}. */
  private static final String MAP = "ExtendedStatistics";

  private final XMLStreamWriter xml;

  private XmlAnswer(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] of(String operation, ObjectNode answer, String requestId) {
    return document(
        operation + "Response",
        to -> {
          if (!WITHOUT_RESULT.contains(operation)) {
            to.element(operation + "Result", answer);
          }
          to.xml.writeStartElement("ResponseMetadata");
          to.text("RequestId", requestId);
          to.xml.writeEndElement();
        });
  }

  static byte[] ofError(ObjectNode error, String requestId) {
    return document(
        "ErrorResponse",
        to -> {
          to.element("Error", error);
          to.text("RequestId", requestId);
        });
  }

  private interface Content {
    void write(XmlAnswer to) throws XMLStreamException;
  }

  private static byte[] document(String root, Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, UTF_8.name());
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      content.write(new XmlAnswer(xml));
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void element(String name, JsonNode value) throws XMLStreamException {
    xml.writeStartElement(name);
    switch (value) {
      case ObjectNode map when name.equals(MAP) -> entries(map);
      case ObjectNode structure -> {
        for (Map.Entry<String, JsonNode> member : structure.properties()) {
          element(member.getKey(), member.getValue());
        }
      }
      case ArrayNode list -> {
        for (JsonNode item : list) {
          element("member", item);
        }
      }
      default -> xml.writeCharacters(allowed(value.asText()));
    }
    xml.writeEndElement();
  }

  private void entries(ObjectNode map) throws XMLStreamException {
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      xml.writeStartElement("entry");
      text("key", entry.getKey());
      element("value", entry.getValue());
      xml.writeEndElement();
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  /** XML has no way to write most control characters: whoever put one in gets a question mark. */
  private static String allowed(String text) {
    boolean clean = text.codePoints().allMatch(XmlAnswer::isAllowed);
    return clean
        ? text
        : text.codePoints()
            .map(each -> isAllowed(each) ? each : '?')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isAllowed(int character) {
    return switch (character) {
      case '\t', '\n', '\r' -> true;
      case 0xFFFE, 0xFFFF -> false;
      default ->
          character >= ' '
              && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    };
  }
}
