package wildrydes.local.rules;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.template.ServerlessFunction;

/** What the template tells the functions, and what they want to know. */
class EnvironmentRulesTest {

  /** Read by the logger, not by our code. */
  private static final String LOGGERS = "POWERTOOLS_SERVICE_NAME";

  static List<ServerlessFunction> functions() {
    return TEMPLATE.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionIsToldWhatItAsksForAndNothingElse(ServerlessFunction function)
      throws ReflectiveOperationException {
    Map<String, String> onLambda = new HashMap<>(function.environment());
    onLambda.put("AWS_REGION", "eu-north-1");
    var environment = new RecordingEnvironment(onLambda);

    Class.forName(function.handler().replaceFirst("::.*", ""))
        .getConstructor(Map.class)
        .newInstance(environment);

    // Lambda itself sets those that begin with AWS_.
    var asked = environment.asked().stream().filter(name -> !name.startsWith("AWS_"));
    assertThat(Stream.concat(asked, Stream.of(LOGGERS)).collect(toSet()))
        .as("%s: its variables, against what its Settings read", function.logicalId())
        .isEqualTo(function.environment().keySet());
  }

  /** Lambda refuses a function that sets one of its own. */
  @ParameterizedTest
  @MethodSource("functions")
  void noVariableIsLambdasOwn(ServerlessFunction function) {
    assertThat(function.environment().keySet())
        .noneMatch(name -> name.startsWith("AWS_") || name.startsWith("LAMBDA_"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aVariableNamedAfterAQueueOrTableMeansThatOne(ServerlessFunction function) {
    Map<String, String> meant =
        Stream.concat(
                TEMPLATE.tables().stream().map(t -> entry(words(t.logicalId()), t.name())),
                TEMPLATE.outputs().entrySet().stream()
                    .filter(output -> output.getKey().endsWith("QueueUrl"))
                    .map(output -> entry(words(output.getKey()), output.getValue())))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<String, String> told = new HashMap<>(function.environment());
    told.keySet().removeIf(name -> !name.endsWith("_TABLE") && !name.endsWith("_URL"));

    assertThat(told).isNotEmpty();
    assertThat(meant)
        .as("%s: a variable is the resource's logical id in capitals", function.logicalId())
        .containsAllEntriesOf(told);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void logLinesBearTheNameOfTheFunction(ServerlessFunction function) {
    assertThat(function.name())
        .as("%s: %s", function.logicalId(), LOGGERS)
        .isEqualTo(ProductTemplate.STACK + "-" + function.environment().get(LOGGERS));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void noVariableIsASecret(ServerlessFunction function) {
    Set<String> names = function.environment().keySet();

    assertThat(names).noneMatch(name -> name.matches(".*(SECRET|PASSWORD|TOKEN|KEY).*"));
  }

  /** {@code RideRequestQueueUrl} as {@code RIDE_REQUEST_QUEUE_URL}. */
  private static String words(String logicalId) {
    return logicalId.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
