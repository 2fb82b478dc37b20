package wildrydes.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/openapi.yaml} says, for tests that compare it with code or template. */
public final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** A status of an operation, and what the document says of it. */
  private record Response(String operation, int status, JsonNode content) {}

  private final String text;
  private final JsonNode root;
  private final Map<String, JsonNode> operations;
  private final List<Response> responses;
  private final Map<KindOfAnswer, Map.Entry<String, JsonNode>> examples;

  private ApiDocument(String text) throws IOException {
    this.text = text;
    this.root = new YAMLMapper().readTree(text);
    this.operations = readOperations();
    this.responses = readResponses();
    this.examples = readExamples();
  }

  /** The document of this very build. */
  public static ApiDocument read() {
    try (InputStream file = ApiDocument.class.getResourceAsStream("openapi.yaml")) {
      return new ApiDocument(new String(requireNonNull(file).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** What stands at a JSON pointer; an {@link AssertionError} if nothing does. */
  public JsonNode at(String pointer) {
    JsonNode found = root.at(pointer);
    if (found.isMissingNode()) {
      throw new AssertionError("docs/openapi.yaml has no " + pointer);
    }
    return resolved(found);
  }

  /** Each as {@code POST /ride}. */
  public Set<String> routes() {
    return operations.keySet();
  }

  /** The names of the headers that its operations take, apart from those of HTTP itself. */
  public Set<String> requestHeaders() {
    return operations.values().stream()
        .flatMap(operation -> parameters(operation).stream())
        .filter(parameter -> parameter.path("in").asText().equals("header"))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the headers that its answers carry. */
  public Set<String> answerHeaders() {
    return responses.stream()
        .flatMap(response -> response.content().path("headers").properties().stream())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every kind of answer, as the examples name them. */
  public Set<KindOfAnswer> answers() {
    return examples.keySet();
  }

  /** The status of every problem that a response may have, by its type. */
  public Map<String, Integer> problemTypes() {
    Map<String, Integer> types = new TreeMap<>();
    responses.stream()
        .forEach(
            response ->
                response
                    .content()
                    .at("/content/application~1problem+json/schema/allOf/1/properties/type/enum")
                    .forEach(type -> types.put(type.asText(), response.status())));
    return types;
  }

  /** The bodies of the examples of that name. */
  public List<JsonNode> bodiesNamed(String name) {
    return examples.entrySet().stream()
        .filter(example -> example.getKey().name().equals(name))
        .map(example -> example.getValue().getValue())
        .toList();
  }

  /** An example of every kind of answer: its media type and its body. */
  Map<KindOfAnswer, Map.Entry<String, JsonNode>> examples() {
    return examples;
  }

  /** The {@code operationId} of what a request asks for, or {@link KindOfAnswer#NO_ROUTE}. */
  String operationOf(String method, String path) {
    return operations.entrySet().stream()
        .filter(operation -> fits(operation.getKey(), method + " " + path))
        .findFirst()
        .map(operation -> operation.getValue().path("operationId").asText())
        .orElse(KindOfAnswer.NO_ROUTE);
  }

  /** The names of the headers that answers of that operation and status may carry. */
  Set<String> headersOf(String operation, int status) {
    return responses.stream()
        .filter(r -> r.operation().equals(operation) && r.status() == status)
        .flatMap(response -> response.content().path("headers").properties().stream())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The operation of that {@code operationId}. */
  JsonNode operation(String id) {
    return requireNonNull(operations.get(routeOf(id)));
  }

  /** Its route, as {@code POST /ride}. */
  String routeOf(String id) {
    return operations.entrySet().stream()
        .filter(entry -> entry.getValue().path("operationId").asText().equals(id))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new AssertionError("docs/openapi.yaml has no operation " + id));
  }

  List<JsonNode> parameters(JsonNode operation) {
    return operation.path("parameters").valueStream().map(this::resolved).toList();
  }

  /** The node itself, or what its {@code $ref} points to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? at(node.get("$ref").asText().substring(1)) : node;
  }

  private Map<String, JsonNode> readOperations() {
    Map<String, JsonNode> byRoute = new TreeMap<>();
    for (var path : at("/paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          byRoute.put(
              method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
        }
      }
    }
    return byRoute;
  }

  private List<Response> readResponses() {
    var noRoute = new Response(KindOfAnswer.NO_ROUTE, 404, at("/components/responses/NoSuchRoute"));
    return Stream.concat(
            operations.values().stream().flatMap(this::responsesOf), Stream.of(noRoute))
        .toList();
  }

  private Stream<Response> responsesOf(JsonNode operation) {
    String id = operation.path("operationId").asText();
    return operation.path("responses").properties().stream()
        .map(
            response ->
                new Response(
                    id, Integer.parseInt(response.getKey()), resolved(response.getValue())));
  }

  private Map<KindOfAnswer, Map.Entry<String, JsonNode>> readExamples() {
    Map<KindOfAnswer, Map.Entry<String, JsonNode>> byKind = new HashMap<>();
    for (Response response : responses) {
      for (var content : response.content().path("content").properties()) {
        for (var example : content.getValue().path("examples").properties()) {
          byKind.put(
              new KindOfAnswer(response.operation(), response.status(), example.getKey()),
              Map.entry(content.getKey(), resolved(example.getValue()).path("value")));
        }
      }
    }
    return byKind;
  }

  private static boolean fits(String route, String asked) {
    List<String> pattern = List.of(route.split("/", -1));
    List<String> parts = List.of(asked.split("/", -1));
    return pattern.size() == parts.size()
        && Stream.iterate(0, i -> i < pattern.size(), i -> i + 1)
            .allMatch(
                i ->
                    pattern.get(i).startsWith("{")
                        ? !parts.get(i).isEmpty()
                        : pattern.get(i).equals(parts.get(i)));
  }
}
