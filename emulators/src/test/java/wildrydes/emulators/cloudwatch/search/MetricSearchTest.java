package wildrydes.emulators.cloudwatch.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.emulators.cloudwatch.store.MetricId;

class MetricSearchTest {
  /** By a letter each. */
  private static final Map<String, MetricId> METRICS =
      Map.of(
          "a", MetricId.of("AWS/Lambda", "Errors", Map.of("FunctionName", "dispatcher")),
          "b", MetricId.of("AWS/Lambda", "Errors", Map.of("FunctionName", "recorder-v2")),
          "c", MetricId.of("AWS/Lambda", "Invocations", Map.of("FunctionName", "dispatcher")),
          "d", MetricId.of("AWS/Lambda", "Errors", Map.of()),
          "e", MetricId.of("WildRydes", "CustomCount1", Map.of("Zone", "north", "Kind", "x")),
          "f", MetricId.of("My Space", "Network-Errors_2", Map.of("Dim@Name", "Europe\\(x)")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{AWS/Lambda,FunctionName}                           | abc",
        "{AWS/Lambda, FunctionName} MetricName=\"Errors\"    | ab",
        "{AWS/Lambda, FunctionName}, MetricName=\"Errors\"   | ab",
        "{AWS/Lambda} Errors                                 | d",
        "{WildRydes, Kind, Zone}                             | e",
        "{WildRydes, Kind}                                   | ``",
        "{\"My Space\", \"Dim@Name\"}                        | f",
        "\"Errors\"                                          | abd",
        "\"errors\"                                          | ``",
        "errors                                              | abdf",
        "Lambda                                              | abcd",
        "MetricName=Lambda                                   | ``",
        "Namespace=AWS                                       | abcd",
        "NOT Namespace=AWS                                   | ef",
        "FunctionName=\"dispatcher\"                         | ac",
        "FunctionName=recorder                               | b",
        "FunctionName = \"dispatcher\" Errors                | a",
        "errors dispatcher                                   | a",
        "errors AND dispatcher                               | a",
        "Invocations OR Count                                | ce",
        "(Errors OR Invocations) AND dispatcher NOT Invocations | a",
        "dispatcher OR recorder Errors                       | abc",
        "Errors NOT dispatcher NOT recorder                  | df",
        "count                                               | e",
        "COUNT                                               | e",
        "couNT                                               | ``",
        "CustomCount                                         | e",
        "Count1                                              | e",
        "customcount                                         | ``",
        "customcount1                                        | e",
        "count1                                              | ``",
        "network/errors                                      | f",
        "Network+Errors                                      | f",
        "\"Network-Errors_2\"                                | f",
        "\"Network_Errors_2\"                                | ``",
        "\"Europe\\\\\\(x\\)\"                               | f",
        "Europe                                              | f",
        "FunctionName                                        | abc",
      })
  void aSearchFindsWhatTheUserGuideSays(String terms, String found) {
    var wanted = MetricSearch.of(terms);

    assertThat(
            METRICS.entrySet().stream()
                .filter(metric -> wanted.test(metric.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining()))
        .isEqualTo(found);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  `               | a schema, a search term or both",
        "{AWS/Lambda        | ends too early",
        "{}                 | Unexpected '}'",
        "{a b}              | Unexpected 'b'",
        "\"Errors           | A quote is not closed",
        "(Errors            | ends too early",
        "Errors)            | Unexpected ')'",
        "Errors AND         | ends too early",
        "MetricName=        | ends too early",
        "NOT                | ends too early",
        "=Errors            | Unexpected '='",
        ":aws.AccountId=\"1\" | :aws.AccountId is not implemented",
      })
  void whatIsNoSearchIsRefused(String terms, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricSearch.of(terms))
        .withMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CustomCount1, Custom Count 1",
    "SDBFailure, SDB Failure",
    "Project2-trial333, Project 2 trial 333",
    "couNT, cou NT",
    "ETag, E Tag"
  })
  void aNameHasTheTokensOfTheUserGuide(String name, String tokens) {
    assertThat(Tokens.of(name).all())
        .extracting(Tokens.Token::text)
        .containsExactlyElementsOf(words(tokens));
  }

  private static List<String> words(String text) {
    return Pattern.compile(" ").splitAsStream(text).toList();
  }
}
