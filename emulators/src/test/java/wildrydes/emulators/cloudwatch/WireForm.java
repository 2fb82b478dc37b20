package wildrydes.emulators.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The three protocols as a client sees them, written apart from the emulator's own code: a request
 * from a JSON tree, and an answer as its leaves by path, so that answers can be compared.
 */
enum WireForm {
  CBOR {
    @Override
    HttpRequest.Builder request(URI endpoint, String operation, byte[] body) {
      return HttpRequest.newBuilder(
              endpoint.resolve("/service/GraniteServiceVersion20100801/operation/" + operation))
          .header("Content-Type", "application/cbor");
    }

    @Override
    byte[] body(String operation, JsonNode parameters) throws IOException {
      return CBOR_MAPPER.writeValueAsBytes(parameters);
    }

    @Override
    SortedMap<String, String> leaves(String operation, HttpResponse<byte[]> answer)
        throws IOException {
      return ofTree(answer, CBOR_MAPPER.readTree(answer.body()));
    }
  },
  JSON {
    @Override
    HttpRequest.Builder request(URI endpoint, String operation, byte[] body) {
      return HttpRequest.newBuilder(endpoint)
          .header("Content-Type", "application/x-amz-json-1.0")
          .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation);
    }

    @Override
    byte[] body(String operation, JsonNode parameters) throws IOException {
      return JSON_MAPPER.writeValueAsBytes(parameters);
    }

    @Override
    SortedMap<String, String> leaves(String operation, HttpResponse<byte[]> answer)
        throws IOException {
      return ofTree(answer, JSON_MAPPER.readTree(answer.body()));
    }
  },
  QUERY {
    @Override
    HttpRequest.Builder request(URI endpoint, String operation, byte[] body) {
      return HttpRequest.newBuilder(endpoint)
          .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }

    @Override
    byte[] body(String operation, JsonNode parameters) {
      var fields = new ArrayList<String>();
      fields.add("Action=" + operation);
      fields.add("Version=2010-08-01");
      addFields(fields, "", "", parameters);
      return String.join("&", fields).getBytes(UTF_8);
    }

    @Override
    SortedMap<String, String> leaves(String operation, HttpResponse<byte[]> answer)
        throws Exception {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
      var root = document.getDocumentElement();
      var leaves = new TreeMap<String, String>();
      if (!"http://monitoring.amazonaws.com/doc/2010-08-01/".equals(root.getNamespaceURI())) {
        throw new AssertionError("The namespace is " + root.getNamespaceURI());
      }
      if (root.getLocalName().equals("ErrorResponse")) {
        addLeaves(leaves, "", child(root, "Error"));
        leaves.remove("/Type");
        leaves.put("/message", leaves.remove("/Message"));
      } else {
        children(root).stream()
            .filter(each -> each.getLocalName().equals(operation + "Result"))
            .forEach(each -> addLeaves(leaves, "", each));
      }
      leaves.remove("");
      return leaves;
    }
  };

  private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
  private static final CBORMapper CBOR_MAPPER = CBORMapper.builder().build();
  private static final String MAP = "ExtendedStatistics";
  private static final Set<String> TIMES =
      Set.of(
          "StartTime",
          "EndTime",
          "StartDate",
          "EndDate",
          "Timestamp",
          "Timestamps",
          "LastModified");

  abstract HttpRequest.Builder request(URI endpoint, String operation, byte[] body);

  abstract byte[] body(String operation, JsonNode parameters) throws IOException;

  /** What the answer says, by path; an error's code is {@code /Code}. */
  abstract SortedMap<String, String> leaves(String operation, HttpResponse<byte[]> answer)
      throws Exception;

  HttpRequest request(URI endpoint, String operation, JsonNode parameters, boolean zipped)
      throws IOException {
    byte[] body = body(operation, parameters);
    var request = request(endpoint, operation, body);
    return zipped
        ? request.header("Content-Encoding", "gzip").POST(publisher(zip(body))).build()
        : request.POST(publisher(body)).build();
  }

  private static HttpRequest.BodyPublisher publisher(byte[] body) {
    return BodyPublishers.ofByteArray(body);
  }

  private static byte[] zip(byte[] body) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(body);
    }
    return zipped.toByteArray();
  }

  private static boolean isTime(String name) {
    return TIMES.contains(name) || name.endsWith("Timestamp");
  }

  private static void addFields(List<String> fields, String path, String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              each ->
                  addFields(fields, dotted(path, each.getKey()), each.getKey(), each.getValue()));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        addFields(fields, "%s.member.%d".formatted(path, i + 1), name, node.get(i));
      }
    } else {
      String value = isTime(name) ? time(node) : node.asText();
      fields.add(path + "=" + URLEncoder.encode(value, UTF_8));
    }
  }

  private static String dotted(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static SortedMap<String, String> ofTree(HttpResponse<byte[]> answer, JsonNode tree) {
    var leaves = new TreeMap<String, String>();
    addLeaves(leaves, "", "", tree);
    answer
        .headers()
        .firstValue("x-amzn-query-error")
        .ifPresent(error -> leaves.put("/Code", error.split(";", 2)[0]));
    leaves.remove("/__type");
    leaves.remove("");
    return leaves;
  }

  private static void addLeaves(
      SortedMap<String, String> leaves, String path, String name, JsonNode node) {
    if (node.isContainerNode() && !node.isEmpty()) {
      int item = 0;
      for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
        addLeaves(leaves, path + "/" + item++, name, each);
      }
      node.properties()
          .forEach(
              each ->
                  addLeaves(leaves, path + "/" + each.getKey(), each.getKey(), each.getValue()));
    } else {
      leaves.put(path, node.isNumber() && isTime(name) ? time(node) : node.asText());
    }
  }

  private static void addLeaves(SortedMap<String, String> leaves, String path, Element element) {
    var children = children(element);
    if (children.isEmpty()) {
      leaves.put(path, element.getTextContent());
    }
    int item = 0;
    for (Element each : children) {
      switch (each.getLocalName()) {
        case "member" -> addLeaves(leaves, path + "/" + item++, each);
        case "entry" ->
            addLeaves(
                leaves, path + "/" + child(each, "key").getTextContent(), child(each, "value"));
        case String name when MAP.equals(element.getLocalName()) ->
            throw new AssertionError("A map has entries, not " + name);
        default -> addLeaves(leaves, path + "/" + each.getLocalName(), each);
      }
    }
  }

  private static String time(JsonNode seconds) {
    return Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1_000)).toString();
  }

  private static Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(each -> each.getLocalName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
