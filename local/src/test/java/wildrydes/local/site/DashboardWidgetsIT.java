package wildrydes.local.site;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.site.DashboardSite.metric;
import static wildrydes.local.site.DashboardSite.minutesAgo;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Every kind of widget shows the numbers that were put. */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardWidgetsIT {

  private static final String TWO =
      """
      "metrics": [["Test", "Apples"], [".", "Pears"]], "stat": "Sum", "period": 60""";

  private final DashboardPage page = new DashboardPage();
  private final DashboardSite site = DashboardSite.start();

  DashboardWidgetsIT() throws IOException {}

  @BeforeAll
  void putMetrics() {
    site.put("Apples", minutesAgo(8), 1);
    site.put("Apples", minutesAgo(7), 2);
    site.put("Apples", minutesAgo(3), 1_500);
    site.put("Pears", minutesAgo(3), 500);
    site.put("Wait", minutesAgo(3), 250, StandardUnit.MILLISECONDS);
  }

  @AfterAll
  void close() {
    site.close();
    page.close();
  }

  @Test
  void aGraphDrawsTheValuesAndTheGapsBetweenThem() {
    site.dashboard("graph", metric(0, 0, "\"title\": \"Fruit\", " + TWO));

    page.open(site, "name=graph");

    assertThat(page.lines("Fruit").get("Apples")).isEqualTo(asList(1L, 2L, null, 1500L));
    assertThat(page.lines("Fruit").get("Pears")).isEqualTo(List.of(500L));
    assertThat(page.words("Fruit")).isEqualTo("Apples: 1,500; Pears: 500");
    assertThat(
            page.run(
                "return Chart.getChart(arguments[0]).data.datasets[0].pointRadius",
                page.part("Fruit", "canvas")))
        .as("a lonely value is a dot")
        .isEqualTo(List.of(0L, 0L, 0L, 2.5));
  }

  @Test
  void twoAxesSayWhatTheyMeasure() {
    site.dashboard(
        "axes",
        metric(
            0,
            0,
            """
            "title": "Axes", "period": 60, "yAxis": {"left": {"label": "Fruit", "showUnits": false}},
            "metrics": [["Test", "Apples"], [".", "Wait", {"yAxis": "right"}]]"""));

    page.open(site, "name=axes");

    assertThat(page.texts("Axes", ".captions span")).containsExactly("Fruit", "Milliseconds");
    assertThat(page.words("Axes")).contains("Wait: 250 ms");
  }

  @Test
  void figuresShowTheLatestValueOrThatOfTheWholeRange() {
    site.dashboard(
        "figures",
        metric(
            0, 0, "\"title\": \"Latest\", \"view\": \"singleValue\", \"sparkline\": true, " + TWO),
        metric(
            12,
            0,
            "\"title\": \"Range\", \"view\": \"singleValue\", \"setPeriodToTimeRange\": true,"
                + " \"singleValueFullPrecision\": true, "
                + TWO));

    page.open(site, "name=figures");

    assertThat(page.texts("Latest", "dt")).containsExactly("Apples", "Pears");
    assertThat(page.texts("Latest", "dd")).containsExactly("1.5k", "500");
    assertThat(page.texts("Latest", ".spark")).hasSize(2);
    assertThat(page.texts("Range", "dd")).containsExactly("1,503", "500");
  }

  @Test
  void aGaugeABarAndAPieShowSharesOfTheWholeRange() {
    String whole = "\"setPeriodToTimeRange\": true, " + TWO;
    site.dashboard(
        "shares",
        metric(
            0,
            0,
            """
            "title": "Gauge", "view": "gauge", "setPeriodToTimeRange": true, "stat": "Sum",
            "yAxis": {"left": {"min": 0, "max": 100}}, "metrics": [
            [{"expression": "100 * a / (a + p)", "label": "Share", "id": "s"}],
            ["Test", "Apples", {"id": "a", "visible": false}],
            [".", "Pears", {"id": "p", "visible": false}]]"""),
        metric(12, 0, "\"title\": \"Bar\", \"view\": \"bar\", " + whole),
        metric(0, 6, "\"title\": \"Pie\", \"view\": \"pie\", " + whole));

    page.open(site, "name=shares");

    assertThat(page.text("Gauge", ".gauge-number")).isEqualTo("75");
    assertThat(page.part("Gauge", ".gauge-value").getDomAttribute("stroke-dasharray"))
        .startsWith("75.03");
    assertThat(page.texts("Bar", ".bar-value")).containsExactly("1.5k", "500");
    assertThat(page.part("Bar", "li:nth-child(2) .bar-fill").getDomAttribute("style"))
        .startsWith("width:33.26");
    assertThat(page.texts("Pie", ".share-percent")).containsExactly("75.0 %", "25.0 %");
    assertThat(page.text("Pie", ".pie-sum")).isEqualTo("2k");
  }

  @Test
  void aTableHasSummariesAndTheNewestValuesFirst() {
    site.dashboard("table", metric(0, 0, "\"title\": \"Table\", \"view\": \"table\", " + TWO));

    page.open(site, "name=table");

    assertThat(page.texts("Table", "thead th").subList(0, 5))
        .containsExactly("Metric", "Min", "Max", "Sum", "Avg");
    assertThat(page.texts("Table", "tbody tr:first-child > *"))
        .containsExactly("Apples", "1", "1,500", "1,503", "501", "1,500", "2", "1");
    assertThat(page.texts("Table", "tbody tr:last-child > *"))
        .containsExactly("Pears", "500", "500", "500", "500", "500", "–", "–");
  }

  @Test
  void textIsMarkdown() {
    site.dashboard(
        "text",
        """
        {"type": "text", "width": 6, "height": 3, "properties": {"markdown":
         "# Help\\nSee the **runbook**. [button:primary:Open](https://example.com/) [Next](#dashboards:name=graph)"}}""");

    page.open(site, "name=text");

    assertThat(page.text("Untitled widget", "h1")).isEqualTo("Help");
    assertThat(page.text("Untitled widget", "strong")).isEqualTo("runbook");
    var button = page.part("Untitled widget", "a.button.primary");
    assertThat(button.getText()).isEqualTo("Open");
    assertThat(button.getDomAttribute("target")).isEqualTo("_blank");
    assertThat(page.part("Untitled widget", "a:last-child").getDomAttribute("href"))
        .isEqualTo("?name=graph");
  }

  @Test
  void alarmsShowTheirStateAndTheLineThatMustNotBeCrossed() {
    site.client.putMetricAlarm(
        alarm ->
            alarm
                .alarmName("TooManyPears")
                .namespace("Test")
                .metricName("Pears")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(400.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    site.client.setAlarmState(
        state -> state.alarmName("TooManyPears").stateValue(StateValue.ALARM).stateReason("Pears"));
    String arn = "arn:aws:cloudwatch:us-west-2:000000000000:alarm:";
    site.dashboard(
        "alarms",
        """
        {"type": "alarm", "width": 6, "height": 6, "properties": {"title": "States",
         "alarms": ["%1$sTooManyPears", "%1$sForgotten"]}}"""
            .formatted(arn),
        metric(12, 0, "\"annotations\": {\"alarms\": [\"%sTooManyPears\"]}".formatted(arn)));

    page.open(site, "name=alarms");

    assertThat(page.texts("States", "li strong")).containsExactly("TooManyPears", "Forgotten");
    assertThat(page.texts("States", "li > span").getFirst()).startsWith("▲ In alarm since ");
    assertThat(page.texts("States", "li > span").getLast()).isEqualTo("There is no such alarm.");
    assertThat(page.text("TooManyPears", ".badge")).isEqualTo("▲ In alarm");
    assertThat(page.lines("TooManyPears").get("Pears")).isEqualTo(List.of(500L));
    assertThat(
            page.run(
                "return Chart.getChart(arguments[0]).options.plugins.annotation.annotations['h0-0'].yMin",
                page.part("TooManyPears", "canvas")))
        .isEqualTo(400L);
  }

  @Test
  void whatIsNotDrawnSaysWhatItIs() {
    site.dashboard(
        "others",
        """
        {"type": "log", "width": 6, "height": 3, "properties": {"title": "Logs",
         "region": "us-west-2", "query": "SOURCE 'x' | fields @message"}}""",
        metric(12, 0, "\"title\": \"None\", \"metrics\": [[\"Test\", \"Nothing\"]]"),
        metric(
            0,
            6,
            "\"title\": \"Band\", \"metrics\": [[{\"expression\": \"ANOMALY_DETECTION_BAND(m)\","
                + " \"id\": \"b\"}], [\"Test\", \"Pears\", {\"id\": \"m\"}]]"),
        metric(12, 6, "\"title\": \"Good\", " + TWO));

    page.open(site, "name=others");

    assertThat(page.text("Logs", ".widget-body"))
        .startsWith("Not drawn here: A query of CloudWatch Logs")
        .contains("fields @message");
    assertThat(page.part("None", ".no-data").getText()).isEqualTo("No data in this range");
    assertThat(page.part("Band", ".problem").getText()).contains("ANOMALY_DETECTION_BAND");
    assertThat(page.words("Good")).isEqualTo("Apples: 1,500; Pears: 500");
  }
}
