package wildrydes.local.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.ServerlessFunction;

/** The operator's dashboard shows what there is: CloudWatch draws an empty graph for a typo. */
class DashboardRulesTest {

  private static final int COLUMNS = 24;

  private static final Set<String> SQS_METRICS =
      Set.of(
          "ApproximateNumberOfMessagesVisible",
          "ApproximateNumberOfMessagesNotVisible",
          "ApproximateAgeOfOldestMessage");
  private static final Set<String> LAMBDA_METRICS =
      Set.of("Errors", "Throttles", "Duration", "Invocations");
  private static final Set<String> API_METRICS = Set.of("Count", "4xx", "5xx", "Latency");

  private final List<JsonNode> widgets = widgets();

  /** One line of a graph. */
  private record Line(String namespace, String name, Map<String, String> dimensions) {

    /** From {@code [namespace, name, dimension, value, ..., {options}]}. */
    static Line of(JsonNode metric) {
      List<String> texts =
          metric.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
      assertThat(texts).as("%s", metric).hasSizeBetween(2, 4).doesNotContain(".", "...");
      return new Line(
          texts.get(0),
          texts.get(1),
          texts.size() == 4 ? Map.of(texts.get(2), texts.get(3)) : Map.of());
    }
  }

  @Test
  void everyLineIsAMetricThatThereIs() throws IOException {
    var queues = TEMPLATE.queues().stream().map(q -> Map.of("QueueName", q.name())).toList();
    var functions =
        TEMPLATE.functions().stream().map(f -> Map.of("FunctionName", f.name())).toList();
    Set<String> published = published();

    assertThat(lines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              switch (line.namespace()) {
                case "AWS/SQS" -> {
                  assertThat(SQS_METRICS).contains(line.name());
                  assertThat(queues).contains(line.dimensions());
                }
                case "AWS/Lambda" -> {
                  assertThat(LAMBDA_METRICS).contains(line.name());
                  assertThat(functions).contains(line.dimensions());
                }
                case "AWS/ApiGateway" -> {
                  assertThat(API_METRICS).contains(line.name());
                  assertThat(line.dimensions()).isEqualTo(Map.of("ApiId", "localRideApi"));
                }
                default -> {
                  assertThat(published).contains(line.namespace() + "/" + line.name());
                  assertThat(line.dimensions()).as("ours have none").isEmpty();
                }
              }
            });
  }

  @Test
  void everyOutcomeAndTheWaitForItAreShown() throws IOException {
    var shown = lines().map(line -> line.namespace() + "/" + line.name()).collect(toSet());

    assertThat(published())
        .filteredOn(metric -> metric.matches(".*/(Rides.*|TimeToAssign)"))
        .hasSize(4)
        .isSubsetOf(shown);
  }

  @Test
  void everyQueueAndEveryFunctionIsShown() {
    var shown = lines().flatMap(line -> line.dimensions().values().stream()).collect(toSet());

    assertThat(shown).containsAll(TEMPLATE.queues().stream().map(queue -> queue.name()).toList());
    assertThat(shown).containsAll(TEMPLATE.functions().stream().map(f -> f.name()).toList());
  }

  @Test
  void everyGraphKnowsItsRegionAndHowToCount() {
    assertThat(graphs())
        .isNotEmpty()
        .allSatisfy(
            properties -> {
              assertThat(properties.path("region").asText()).isEqualTo("eu-north-1");
              assertThat(properties.path("period").asInt()).isEqualTo(60);
              assertThat(metrics(properties))
                  .as("%s: a stat for the graph or for each line", properties.path("title"))
                  .isNotEmpty()
                  .allMatch(line -> properties.has("stat") || options(line).has("stat"));
            });
  }

  @Test
  void everyExpressionKnowsWhatItReckonsWith() {
    assertThat(graphs())
        .allSatisfy(
            properties -> {
              var ids = properties.findValuesAsText("id");
              assertThat(ids).doesNotHaveDuplicates();
              assertThat(
                      properties.findValuesAsText("expression").stream()
                          .flatMap(DashboardRulesTest::namesIn))
                  .isSubsetOf(ids);
            });
  }

  @Test
  void theLineOfAnAlarmIsDrawnWhereTheAlarmGoesOff() {
    var drawn =
        graphs().stream()
            .flatMap(graph -> graph.at("/annotations/horizontal").valueStream())
            .filter(line -> line.path("label").asText().startsWith("Alarm"))
            .map(line -> line.path("value").asInt())
            .collect(toSet());
    var thresholds =
        ProductTemplate.alarms().stream()
            .map(alarm -> alarm.properties().path("Threshold").asInt())
            .collect(toSet());

    assertThat(drawn).isNotEmpty().isEqualTo(thresholds);
  }

  @Test
  void theStateOfEveryAlarmIsShown() {
    var shown =
        widgets.stream()
            .filter(widget -> widget.path("type").asText().equals("alarm"))
            .flatMap(widget -> widget.at("/properties/alarms").valueStream())
            .map(arn -> arn.asText().substring(arn.asText().indexOf(":alarm:") + 7))
            .toList();
    var alarms =
        ProductTemplate.alarms().stream()
            .map(alarm -> alarm.properties().path("AlarmName").asText())
            .toList();

    assertThat(shown).containsExactlyInAnyOrderElementsOf(alarms);
  }

  /** Durations are in milliseconds. */
  @Test
  void durationsAreComparedWithTheFunctionsOwnTimeOuts() {
    var shares =
        graphs().stream()
            .flatMap(graph -> graph.findValuesAsText("expression").stream())
            .filter(expression -> expression.matches("100 \\* \\w+ / \\d+"))
            .toList();
    var expected =
        TEMPLATE.functions().stream()
            .map(f -> "100 * %s / %d".formatted(variable(f.name()), f.timeoutSeconds() * 1000))
            .toList();

    assertThat(shares).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Seconds of duration are shown as GB-seconds. */
  @Test
  void aFunctionHasAGigabyte() {
    assertThat(TEMPLATE.functions())
        .extracting(ServerlessFunction::memoryMegabytes)
        .containsOnly(1024);
  }

  @Test
  void noGraphLiesOnAnother() {
    var cells = widgets.stream().flatMap(DashboardRulesTest::cells).toList();

    assertThat(cells).isNotEmpty().doesNotHaveDuplicates();
    assertThat(cells).allMatch(cell -> cell.get(0) < COLUMNS);
  }

  private static List<JsonNode> widgets() {
    String body = TEMPLATE.resource("Dashboard").properties().path("DashboardBody").asText();
    try {
      JsonNode dashboard =
          JsonMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(body);
      return dashboard.path("widgets").valueStream().toList();
    } catch (IOException e) {
      throw new AssertionError("The DashboardBody is not valid JSON: " + e.getMessage(), e);
    }
  }

  private Stream<Line> lines() {
    return graphs().stream()
        .flatMap(DashboardRulesTest::metrics)
        .filter(metric -> metric.path(0).isTextual())
        .map(Line::of);
  }

  /** The properties of every widget that draws metrics. */
  private List<JsonNode> graphs() {
    return widgets.stream()
        .filter(widget -> widget.path("type").asText().equals("metric"))
        .map(widget -> widget.path("properties"))
        .toList();
  }

  private static Stream<JsonNode> metrics(JsonNode properties) {
    return properties.path("metrics").valueStream();
  }

  /** What is no function, number or text. */
  private static Stream<String> namesIn(String expression) {
    return Pattern.compile("[a-z]\\w*").matcher(expression).results().map(MatchResult::group);
  }

  /** {@code WildRydes-RequestApi} is called {@code requestApi} in an expression. */
  private static String variable(String function) {
    String name = function.substring(function.indexOf('-') + 1);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static JsonNode options(JsonNode line) {
    return line.path(line.size() - 1);
  }

  private static Set<String> published() throws IOException {
    return RecorderMetrics.published(
        TEMPLATE.functions().stream()
            .filter(function -> function.logicalId().equals("RecorderFunction"))
            .findFirst()
            .orElseThrow()
            .environment());
  }

  /** The fields of the grid that a widget covers, each as column and row. */
  private static Stream<List<Integer>> cells(JsonNode widget) {
    int x = widget.path("x").asInt();
    int y = widget.path("y").asInt();
    return Stream.iterate(x, column -> column + 1)
        .limit(widget.path("width").asInt())
        .flatMap(
            column ->
                Stream.iterate(y, row -> row + 1)
                    .limit(widget.path("height").asInt())
                    .map(row -> List.of(column, row)));
  }
}
