package wildrydes.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Holds exchanges against the document, both ways: what the API accepts must be allowed there, what
 * it refuses must be forbidden there as far as {@link BeyondTheSchema} does not excuse it, and
 * every answer must be described there, to the last header and field.
 */
public final class ApiContract {

  /** Refusals of a request for what it is, whoever sends it and whenever. */
  private static final Set<Integer> REFUSED = Set.of(400, 413, 415, 422);

  /** Answers of the function to requests that could not be better. */
  private static final Set<Integer> DENIED = Set.of(401, 404);

  /** Set by whatever carries an answer, the same for every operation. */
  private static final Set<String> OF_THE_CARRIER =
      caseless(
          "Content-Type",
          "Content-Length",
          "Date",
          "Connection",
          "Apigw-Requestid",
          "Vary",
          "Access-Control-Allow-Origin",
          "Access-Control-Expose-Headers");

  private final ApiDocument document = ApiDocument.read();
  private final JsonMapper json = new JsonMapper();
  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createForInlineApiSpecification(document.text())
          .withLevelResolver(
              LevelResolver.create()
                  // The document says itself where nothing may be added.
                  .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                  // What nobody reads does no harm.
                  .withLevel("validation.request.body.unexpected", Level.IGNORE)
                  .build())
          .build();

  public ApiDocument document() {
    return document;
  }

  /**
   * Finds nothing to object to, or throws.
   *
   * @return which of the document's answers it is
   * @throws AssertionError saying what does not fit
   */
  public KindOfAnswer check(Asked asked, Answered answered) {
    List<String> objections = new ArrayList<>();
    List<String> forbidden = forbidden(asked);
    KindOfAnswer kind = kind(asked, answered);
    boolean refused = REFUSED.contains(kind.status());
    boolean read = !kind.name().equals(KindOfAnswer.GATEWAY) && !DENIED.contains(kind.status());
    if (read && !refused && !forbidden.isEmpty()) {
      objections.add("the API accepts what the document forbids: " + forbidden);
    }
    if (refused && forbidden.isEmpty() && !BeyondTheSchema.excuses(asked, kind)) {
      objections.add("the API refuses what the document allows");
    }
    objections.addAll(undocumented(asked, answered));
    if (!objections.isEmpty()) {
      throw new AssertionError(
          "docs/openapi.yaml and the API disagree about\n%s\n%s\n%s"
              .formatted(asked, answered, String.join("\n", objections)));
    }
    return kind(asked, answered);
  }

  /** Checks an answer alone: to a request that no HTTP client can send. */
  public KindOfAnswer checkAnswer(Asked asked, Answered answered) {
    List<String> objections = undocumented(asked, answered);
    if (!objections.isEmpty()) {
      throw new AssertionError(
          "docs/openapi.yaml does not know this answer:\n%s\n%s".formatted(answered, objections));
    }
    return kind(asked, answered);
  }

  /** What the document objects to in a request; nothing if it allows it, or has no such route. */
  public List<String> forbidden(Asked asked) {
    if (operation(asked).equals(KindOfAnswer.NO_ROUTE)) {
      return List.of();
    }
    var request = new SimpleRequest.Builder(asked.method(), asked.path());
    asked.headers().forEach(request::withHeader);
    return errors(validator.validateRequest(request.withBody(asked.body()).build()));
  }

  private List<String> undocumented(Asked asked, Answered answered) {
    List<String> objections = new ArrayList<>(unknownHeaders(asked, answered));
    if (operation(asked).equals(KindOfAnswer.NO_ROUTE)) {
      if (document.answers().stream().noneMatch(isNotFound(kind(asked, answered)))) {
        objections.add("no route fits the request, and the answer does not say so");
      }
      return objections;
    }
    var response = new SimpleResponse.Builder(answered.status()).withBody(answered.body());
    answered.headers().forEach(response::withHeader);
    var method = Method.valueOf(asked.method().toUpperCase(Locale.ROOT));
    objections.addAll(errors(validator.validateResponse(asked.path(), method, response.build())));
    if (!document.answers().contains(kind(asked, answered))) {
      objections.add("the document has no example of " + kind(asked, answered));
    }
    return objections;
  }

  /** Without a gateway in front, the function takes some paths for malformed ids. */
  private static Predicate<KindOfAnswer> isNotFound(KindOfAnswer kind) {
    return known ->
        known.status() == 404 && kind.status() == 404 && known.name().equals(kind.name());
  }

  private List<String> unknownHeaders(Asked asked, Answered answered) {
    Set<String> known = caseless();
    known.addAll(OF_THE_CARRIER);
    known.addAll(document.headersOf(operation(asked), answered.status()));
    return answered.headers().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> "the document does not name the header " + name + " of this answer")
        .toList();
  }

  private KindOfAnswer kind(Asked asked, Answered answered) {
    return new KindOfAnswer(
        operation(asked), answered.status(), KindOfAnswer.nameOf(read(answered.body())));
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("an answer must be JSON: " + body, e);
    }
  }

  private String operation(Asked asked) {
    return document.operationOf(asked.method(), asked.path());
  }

  private static List<String> errors(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getMessage() + " " + message.getKey())
        .toList();
  }

  private static Set<String> caseless(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }
}
