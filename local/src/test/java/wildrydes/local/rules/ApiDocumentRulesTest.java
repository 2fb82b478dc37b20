package wildrydes.local.rules;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wildrydes.contract.ApiDocument;
import wildrydes.emulators.template.HttpApi;

/** docs/openapi.yaml says of the API what the template makes of it. */
class ApiDocumentRulesTest {

  /** Headers that every browser sends and shows, and those that the gateway alone makes use of. */
  private static final Set<String> SENT_ANYWAY = Set.of("authorization", "content-type");

  /** Always to be seen by a page, or of no use to it: the status says as much. */
  private static final Set<String> NOT_EXPOSED = Set.of("cache-control", "www-authenticate");

  private final ApiDocument document = ApiDocument.read();
  private final HttpApi.Cors cors = TEMPLATE.httpApis().getFirst().cors().orElseThrow();

  @Test
  void theRoutesOfTheTemplateAreThoseOfTheDocument() {
    assertThat(TEMPLATE.functions().stream().flatMap(function -> function.routes().stream()))
        .extracting(route -> route.method() + " " + route.path())
        .containsExactlyInAnyOrderElementsOf(document.routes());
  }

  @Test
  void aBrowserMaySendTheHeadersThatTheDocumentNames() {
    Set<String> sent = lower(document.requestHeaders());
    sent.addAll(SENT_ANYWAY);

    assertThat(lower(cors.allowHeaders())).isEqualTo(sent);
  }

  @Test
  void aPageMayReadTheHeadersThatTheDocumentNames() {
    Set<String> read = lower(document.answerHeaders());
    read.removeAll(NOT_EXPOSED);

    assertThat(lower(cors.exposeHeaders())).isEqualTo(read);
  }

  @Test
  void theDocumentTellsHowLongARideIsKept() {
    String days =
        TEMPLATE.functions().stream()
            .filter(function -> !function.routes().isEmpty())
            .map(function -> function.environment().get("RIDE_RETENTION_DAYS"))
            .findFirst()
            .orElseThrow();

    assertThat(document.at("/info/description").asText().replaceAll("\\s+", " "))
        .contains("remembered as long as its ride: " + days + " days");
  }

  private static Set<String> lower(Collection<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(toCollection(TreeSet::new));
  }
}
