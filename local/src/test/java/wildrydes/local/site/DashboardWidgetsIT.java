package wildrydes.local.site;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.site.DashboardSite.metric;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Every kind of widget shows the numbers that were put; all stand on one dashboard. */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardWidgetsIT {

  private static final String FRUIT =
      """
      'metrics': [['Test', 'Apples'], ['.', 'Pears']], 'stat': 'Sum', 'period': 60""";
  private static final String WHOLE_RANGE = "'setPeriodToTimeRange': true, " + FRUIT;
  private static final String ARN = "arn:aws:cloudwatch:us-west-2:000000000000:alarm:";

  private final DashboardPage page = new DashboardPage();
  private final DashboardSite site = DashboardSite.start();

  DashboardWidgetsIT() throws IOException {}

  @BeforeAll
  void openADashboardOfAllKinds() {
    site.put("Apples", site.minutesAgo(8), 1);
    site.put("Apples", site.minutesAgo(7), 2);
    site.put("Apples", site.minutesAgo(3), 1_500);
    site.put("Pears", site.minutesAgo(3), 500);
    site.put("Wait", site.minutesAgo(3), 250, StandardUnit.MILLISECONDS);
    putAnAlarmThatIsRaised();
    site.dashboard(
        "all",
        metric(0, 0, "'title': 'Graph', " + FRUIT),
        metric(
            0,
            6,
            """
            'title': 'Axes', 'period': 60,
            'yAxis': {'left': {'label': 'Fruit', 'showUnits': false}},
            'metrics': [['Test', 'Apples'], ['.', 'Wait', {'yAxis': 'right'}]]"""),
        metric(0, 12, "'title': 'Latest', 'view': 'singleValue', 'sparkline': true, " + FRUIT),
        metric(
            0,
            18,
            "'title': 'Range', 'view': 'singleValue', 'singleValueFullPrecision': true, "
                + WHOLE_RANGE),
        metric(
            0,
            24,
            """
            'title': 'Gauge', 'view': 'gauge', 'setPeriodToTimeRange': true, 'stat': 'Sum',
            'yAxis': {'left': {'min': 0, 'max': 100}}, 'metrics': [
            [{'expression': '100 * a / (a + p)', 'label': 'Share', 'id': 's'}],
            ['Test', 'Apples', {'id': 'a', 'visible': false}],
            ['.', 'Pears', {'id': 'p', 'visible': false}]]"""),
        metric(0, 30, "'title': 'Bar', 'view': 'bar', " + WHOLE_RANGE),
        metric(0, 36, "'title': 'Pie', 'view': 'pie', " + WHOLE_RANGE),
        metric(0, 42, "'title': 'Table', 'view': 'table', " + FRUIT),
        text(
            "# Help\\nSee the **runbook**. [button:primary:Open](https://example.com/)"
                + " [Next](#dashboards:name=graph)"),
        """
        {"type": "alarm", "x": 12, "y": 6, "width": 6, "height": 6, "properties": {
         "title": "States", "alarms": ["%1$sTooManyPears", "%1$sForgotten"]}}"""
            .formatted(ARN),
        metric(12, 12, "'annotations': {'alarms': ['%sTooManyPears']}".formatted(ARN)),
        """
        {"type": "log", "x": 12, "y": 18, "width": 6, "height": 6, "properties": {
         "title": "Logs", "region": "us-west-2", "query": "SOURCE 'x' | fields @message"}}""",
        metric(12, 24, "'title': 'None', 'metrics': [['Test', 'Nothing']]"),
        metric(
            12,
            30,
            """
            'title': 'Band', 'metrics': [
            [{'expression': 'ANOMALY_DETECTION_BAND(m)', 'id': 'b'}],
            ['Test', 'Pears', {'id': 'm'}]]"""));
    page.open(site, "name=all");
  }

  @AfterAll
  void close() {
    site.close();
    page.close();
  }

  @Test
  void aGraphDrawsTheValuesAndTheGapsBetweenThem() {
    assertThat(page.lines("Graph").get("Apples"))
        .as(
            page.chart("Graph", "data.datasets[0].data.map(({ x }) => new Date(x).toISOString())")
                + " of "
                + site.minutesAgo(0))
        .isEqualTo(asList(1L, 2L, null, 1500L));
    assertThat(page.lines("Graph").get("Pears")).isEqualTo(List.of(500L));
    assertThat(page.words("Graph")).isEqualTo("Apples: 1,500; Pears: 500");
    assertThat(page.chart("Graph", "data.datasets[0].pointRadius"))
        .as("a lonely value is a dot")
        .isEqualTo(List.of(0L, 0L, 0L, 2.5));
  }

  @Test
  void twoAxesSayWhatTheyMeasure() {
    assertThat(page.texts("Axes", ".captions span")).containsExactly("Fruit", "Milliseconds");
    assertThat(page.words("Axes")).contains("Wait: 250 ms");
  }

  @Test
  void figuresShowTheLatestValueOrThatOfTheWholeRange() {
    assertThat(page.texts("Latest", "dt")).containsExactly("Apples", "Pears");
    assertThat(page.texts("Latest", "dd")).containsExactly("1.5k", "500");
    assertThat(page.texts("Latest", ".spark")).hasSize(2);
    assertThat(page.texts("Range", "dd")).containsExactly("1,503", "500");
  }

  @Test
  void aGaugeABarAndAPieShowSharesOfTheWholeRange() {
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
    assertThat(page.texts("Table", "thead th").subList(0, 5))
        .containsExactly("Metric", "Min", "Max", "Sum", "Avg");
    assertThat(page.texts("Table", "tbody tr:first-child > *"))
        .containsExactly("Apples", "1", "1,500", "1,503", "501", "1,500", "2", "1");
    assertThat(page.texts("Table", "tbody tr:last-child > *"))
        .containsExactly("Pears", "500", "500", "500", "500", "500", "–", "–");
  }

  @Test
  void textIsMarkdown() {
    var button = page.browser.find(".markdown a.button.primary");

    assertThat(page.browser.find(".markdown h1").getText()).isEqualTo("Help");
    assertThat(page.browser.find(".markdown strong").getText()).isEqualTo("runbook");
    assertThat(button.getText()).isEqualTo("Open");
    assertThat(button.getDomAttribute("target")).isEqualTo("_blank");
    assertThat(page.browser.find(".markdown a:last-child").getDomAttribute("href"))
        .isEqualTo("?name=graph");
  }

  @Test
  void alarmsShowTheirStateAndTheLineThatMustNotBeCrossed() {
    assertThat(page.texts("States", "li strong")).containsExactly("TooManyPears", "Forgotten");
    assertThat(page.texts("States", "li > span").getFirst()).startsWith("▲ In alarm since ");
    assertThat(page.texts("States", "li > span").getLast()).isEqualTo("There is no such alarm.");
    assertThat(page.text("TooManyPears", ".badge")).isEqualTo("▲ In alarm");
    assertThat(page.lines("TooManyPears").get("Pears")).isEqualTo(List.of(500L));
    assertThat(page.chart("TooManyPears", "options.plugins.annotation.annotations['h0-0'].yMin"))
        .isEqualTo(400L);
  }

  @Test
  void whatIsNotDrawnSaysWhatItIsAndLeavesTheOthersAlone() {
    assertThat(page.text("Logs", ".widget-body"))
        .startsWith("Not drawn here: A query of CloudWatch Logs")
        .contains("fields @message");
    assertThat(page.part("None", ".no-data").getText()).isEqualTo("No data in this range");
    assertThat(page.part("Band", ".problem").getText()).contains("ANOMALY_DETECTION_BAND");
    assertThat(page.browser.driver().findElements(By.cssSelector(".has-problem"))).hasSize(1);
  }

  private void putAnAlarmThatIsRaised() {
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
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                // Judged again before the page asks, it would stay as it is.
                .treatMissingData("ignore"));
    site.client.setAlarmState(
        state -> state.alarmName("TooManyPears").stateValue(StateValue.ALARM).stateReason("Pears"));
  }

  private static String text(String markdown) {
    return """
        {"type": "text", "x": 12, "y": 0, "width": 6, "height": 6,
         "properties": {"markdown": "%s"}}"""
        .formatted(markdown);
  }
}
