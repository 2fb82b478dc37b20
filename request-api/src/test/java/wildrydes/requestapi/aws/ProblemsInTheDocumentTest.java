package wildrydes.requestapi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wildrydes.contract.ApiDocument;

/** What stands in the code and once more in docs/openapi.yaml, where no exchange would show it. */
class ProblemsInTheDocumentTest {

  private static final ApiDocument DOCUMENT = DocumentedExchange.CONTRACT.document();

  @Test
  void theDocumentHasEveryProblemWithItsStatusAndNoOther() {
    var problems =
        Arrays.stream(Problem.values()).collect(Collectors.toMap(Problem::type, Problem::status));

    assertThat(DOCUMENT.problemTypes()).isEqualTo(problems);
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void theExampleOfAProblemHasItsTitle(Problem problem) {
    assertThat(DOCUMENT.bodiesNamed(problem.type()))
        .isNotEmpty()
        .allSatisfy(body -> assertThat(body.get("title").asText()).isEqualTo(problem.title()));
  }

  @Test
  void theDocumentNamesTheBoundsOfTheCode() {
    JsonNode body = DOCUMENT.at("/paths/~1ride/post/requestBody");

    assertThat(body.get("x-max-bytes").asInt()).isEqualTo(BodyReader.MAX_BYTES);
    assertThat(DOCUMENT.at("/info/description").asText())
        .contains(BodyReader.MAX_BYTES + "\nbytes");
    assertThat(DOCUMENT.at("/components/parameters/Prefer/x-max-wait-seconds").asLong())
        .isEqualTo(Prefer.LONGEST_WAIT.toSeconds());
  }
}
