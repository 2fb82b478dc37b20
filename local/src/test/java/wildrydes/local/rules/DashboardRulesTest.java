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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's dashboard shows what there is: CloudWatch draws an empty graph for a typo. */
class DashboardRulesTest {

  private static final int COLUMNS = 24;

  private static final Set<String> SQS_METRICS =
      Set.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage");
  private static final Set<String> LAMBDA_METRICS = Set.of("Errors", "Throttles", "Duration");

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
    assertThat(widgets)
        .allSatisfy(
            widget -> {
              JsonNode properties = widget.path("properties");
              assertThat(widget.path("type").asText()).isEqualTo("metric");
              assertThat(properties.path("region").asText()).isEqualTo("eu-north-1");
              assertThat(properties.path("period").asInt()).isEqualTo(60);
              assertThat(properties.path("metrics").valueStream())
                  .as("%s: a stat for the graph or for each line", properties.path("title"))
                  .isNotEmpty()
                  .allMatch(line -> properties.has("stat") || options(line).has("stat"));
            });
  }

  @Test
  void theLineOfAnAlarmIsDrawnWhereTheAlarmGoesOff() {
    var drawn =
        widgets.stream()
            .flatMap(w -> w.at("/properties/annotations/horizontal").valueStream())
            .map(annotation -> annotation.path("value").asInt())
            .toList();
    var thresholds =
        ProductTemplate.alarms().stream()
            .map(alarm -> alarm.properties())
            .filter(a -> a.path("MetricName").asText().equals("ApproximateAgeOfOldestMessage"))
            .map(alarm -> alarm.path("Threshold").asInt())
            .toList();

    assertThat(drawn).isNotEmpty().containsExactlyInAnyOrderElementsOf(thresholds);
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
    return widgets.stream()
        .flatMap(widget -> widget.at("/properties/metrics").valueStream())
        .map(Line::of);
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
