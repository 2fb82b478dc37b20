package wildrydes.emulators.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricSample;
import wildrydes.emulators.cloudwatch.store.MetricStore;

class MetricQueriesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant END = NOON.plusSeconds(300);

  private final MetricStore store = new MetricStore(InstantSource.fixed(END));
  private final ObjectNode request = Operation.structure();

  MetricQueriesTest() {
    put("sent", 0, 1.5);
    put("sent", 120, 8);
    put("sent", 180, 3);
    put("dead", 120, 2);
    metric("m1", "sent");
    metric("m2", "dead");
  }

  @Test
  void anArrayAnswersASeriesEachUnderTheSameId() {
    math("e1", "METRICS() * 2");

    assertThat(evaluate())
        .extracting(MetricQueries.Result::id, MetricQueries.Result::label, each -> each.points())
        .containsExactly(
            tuple(
                "e1",
                "Messages",
                new TreeMap<>(
                    Map.of(NOON, 3.0, NOON.plusSeconds(120), 16.0, NOON.plusSeconds(180), 6.0))),
            tuple("e1", "Messages", new TreeMap<>(Map.of(NOON.plusSeconds(120), 4.0))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain                            | plain",
        "${LABEL}: ${MAX}                 | Messages: 8",
        "${AVG}/${SUM}/${MIN}             | 4.167/12.5/1.5",
        "${FIRST}..${LAST}                | 1.5..3",
        "${DATAPOINT_COUNT} of them       | 3 of them",
        "${MIN_MAX_RANGE} ${FIRST_LAST_RANGE} | 6.5 1.5",
        "${MAX_TIME}                      | 2026-03-01 12:02:00 UTC",
        "${FIRST_TIME} ${LAST_TIME}       | 2026-03-01 12:00:00 UTC 2026-03-01 12:03:00 UTC",
        "${LAST_TIME_RELATIVE}            | 2m",
        "${MIN_MAX_TIME_RANGE}            | 2m",
        "${FIRST_LAST_TIME_RANGE} ${FIRST_TIME_RELATIVE} | 3m 5m",
        "${PROP('Dim.Queue')}             | sent",
        "${PROP('Namespace')} ${PROP('MetricName')} | Test Messages",
        "${PROP('Stat')} ${PROP('Period')} | Sum 60",
        "${PROP('Dim.None')}${PROP('Region')} ${PROP('AccountId')} | us-west-2 000000000000",
        "$5 {MAX} ${                      | $5 {MAX} ${",
      })
  void aLabelShowsDynamicValues(String label, String shown) {
    query("m1").put("Label", label).put("ReturnData", true);

    assertThat(evaluate()).extracting(MetricQueries.Result::label).containsExactly(shown);
  }

  @Test
  void timesInALabelAreInTheZoneAskedFor() {
    query("m1").put("Label", "${LAST_TIME}").put("ReturnData", true);

    var answer =
        queries().answer(store, NOON, END, new LabelTimes(END, ZoneOffset.ofHoursMinutes(1, 30)));

    assertThat(answer.results().getFirst().label()).isEqualTo("2026-03-01 13:33:00 +0130");
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "m1 + m2      | `` | e1",
        "m1           | `` | e1",
        "m1 + m2      | Both ${LABEL} ${MAX} | Both e1 10",
        "[m1, m2]     | `` | Sent, Messages",
        "[m1, m2]     | All | All Sent, All Messages",
        "[m1, m2]     | ${LABEL}=${MAX} | Sent=8, Messages=2",
        "METRICS('9') | `` | ``",
        "SEARCH('{Test,Queue}', 'Sum', 60) | `` | dead, sent",
        "SEARCH('{Test,Queue} sent', 'Sum', 60) | `` | Messages",
        "SEARCH('{Test,Queue}', 'Sum', 60) | of ${PROP('Dim.Queue')} | of dead, of sent",
      })
  void anExpressionIsLabelledByItselfOrByItsSeries(String math, String label, String shown) {
    query("m1").put("Label", "Sent");
    var query = math("e1", math);
    if (!label.isEmpty()) {
      query.put("Label", label);
    }

    assertThat(String.join(", ", evaluate().stream().map(MetricQueries.Result::label).toList()))
        .isEqualTo(shown);
  }

  @Test
  void aHiddenQueryMayBeANumber() {
    math("top", "MAX(m1)").put("ReturnData", false);
    math("e1", "m1 / top * 100");

    assertThat(evaluate().getFirst().points().values()).containsExactly(18.75, 100.0, 37.5);
  }

  @Test
  void aSearchUsesThePeriodOfItsQuery() {
    math("e1", "SEARCH('sent', 'Sum')").put("Period", 300);

    assertThat(evaluate())
        .extracting(MetricQueries.Result::period, each -> each.points().values().toString())
        .containsExactly(tuple(300, "[12.5]"));
  }

  @Test
  void aSearchAnswersFiveHundredMetricsAndSaysThatThereAreMore() {
    for (int number = 0; number < 501; number++) {
      put("queue" + number, 0, number);
    }
    math("e1", "SEARCH('{Test,Queue}', 'Sum', 60)");

    var answer = queries().answer(store, NOON, END, new LabelTimes(END, ZoneOffset.UTC));

    assertThat(answer.results()).hasSize(500);
    assertThat(answer.complete()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "m1 + m3              | Error in expression 'e1': Unknown id 'm3': no query has it.",
        "e1 + 1               | Error in expression 'e1': It refers to itself",
        "AVG(m1)              | Error in expression 'e1': The result must be a time series",
        "m1 +                 | Error in expression 'e1': Invalid syntax",
        "SEARCH('{', 'Sum', 60)      | Error in expression 'e1': SEARCH: The search expression",
        "SEARCH('a', 'Mode', 60)     | SEARCH: 'Mode' is no statistic",
        "SEARCH('a', 'Sum', 7)       | SEARCH: a period is 1, 5, 10, 20, 30 or a multiple of 60, not 7",
      })
  void anErrorNamesItsQuery(String math, String message) {
    math("e1", math);

    assertRefused(message);
  }

  @Test
  void anErrorInAHiddenQueryIsOneToo() {
    math("e1", "FOO(m1)").put("ReturnData", false);
    query("m1").put("ReturnData", true);

    assertRefused("Error in expression 'e1': Unknown function 'FOO'");
  }

  @Test
  void aQueryIsEitherAMetricOrAnExpression() {
    query("m1").put("Expression", "m2");
    assertRefused("Either MetricDataQueries.member.1.MetricStat or");

    query("m1").remove("MetricStat");
    query("m1").remove("Expression");
    assertRefused("Either MetricDataQueries.member.1.MetricStat or");
  }

  @Test
  void someQueryReturnsData() {
    assertRefused("At least one of MetricDataQueries must have ReturnData true.");
  }

  @Test
  void anotherAccountIsRefused() {
    query("m1").put("AccountId", "123456789012");

    assertRefused("MetricDataQueries.member.1.AccountId: this local CloudWatch has one account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${MEDIAN}", "${max}", "${p99}", "${}", "${PROP('Foo')}", "${PROP(Stat)}"})
  void aDynamicValueThatThereIsNotIsRefused(String value) {
    query("m1").put("Label", "${MAX} " + value);

    assertRefused(
        "MetricDataQueries.member.1.Label is invalid: %s is no dynamic value".formatted(value));
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(this::queries)
        .withMessageContaining(message)
        .extracting(ApiError::code)
        .isEqualTo(ApiError.Code.VALIDATION);
  }

  private List<MetricQueries.Result> evaluate() {
    return queries().evaluate(store, NOON, END);
  }

  private MetricQueries queries() {
    return MetricQueries.of(new Parameters(request, ""), "MetricDataQueries");
  }

  private void put(String queue, int second, double value) {
    store.put(
        "Test",
        MetricSample.of(
            "Messages",
            Map.of("Queue", queue),
            StandardUnit.COUNT,
            NOON.plusSeconds(second),
            value));
  }

  private ObjectNode math(String id, String expression) {
    return query(id).put("Expression", expression);
  }

  /** A hidden one. */
  private void metric(String id, String queue) {
    var stat =
        query(id)
            .put("ReturnData", false)
            .putObject("MetricStat")
            .put("Stat", "Sum")
            .put("Period", 60);
    stat.putObject("Metric")
        .put("Namespace", "Test")
        .put("MetricName", "Messages")
        .putArray("Dimensions")
        .addObject()
        .put("Name", "Queue")
        .put("Value", queue);
  }

  private ObjectNode query(String id) {
    for (var query : request.withArray("MetricDataQueries")) {
      if (query.path("Id").asText().equals(id)) {
        return (ObjectNode) query;
      }
    }
    return request.withArray("MetricDataQueries").addObject().put("Id", id);
  }
}
