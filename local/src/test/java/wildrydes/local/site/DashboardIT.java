package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.site.DashboardPage.eventually;
import static wildrydes.local.site.DashboardPage.eventuallyAsserted;
import static wildrydes.local.site.DashboardSite.metric;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The dashboard's page around its widgets, as somebody uses it. */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardIT {

  private static final String GRAPH =
      """
      "metrics": [["Test", "Apples", {"stat": "Sum", "label": "All"}], ["...", {"stat": "Maximum", "label": "Most"}]], "period": 60""";

  private final DashboardPage page = new DashboardPage();
  private final DashboardSite site = DashboardSite.start();

  DashboardIT() throws IOException {}

  @BeforeAll
  void putADashboard() {
    site.put("Apples", site.minutesAgo(4), 2);
    site.put("Apples", site.minutesAgo(3), 3);
    site.dashboard(
        "WildRydes",
        metric(12, 0, "'title': 'Second', " + GRAPH),
        metric(0, 6, "'title': 'Third', 'view': 'singleValue', " + GRAPH),
        metric(0, 0, "'title': 'First', " + GRAPH));
    site.dashboard("Another", "{\"type\": \"text\", \"properties\": {\"markdown\": \"Hello\"}}");
  }

  @AfterEach
  void asItWas() {
    page.emulate("Emulation.clearDeviceMetricsOverride", Map.of());
    page.emulate("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  @AfterAll
  void close() {
    site.close();
    page.close();
  }

  @Test
  void theStacksDashboardIsShownUnlessAnotherIsPicked() {
    page.open(site, "");
    assertThat(page.browser.driver().getTitle()).isEqualTo("Wild Rydes: WildRydes");

    page.browser.find(".toolbar select option:last-child").click();

    eventually(() -> page.browser.find(".markdown").getText().equals("Hello"));
    assertThat(page.browser.driver().getCurrentUrl()).endsWith("?name=Another");
    assertThat(page.browser.complaints()).isEmpty();
  }

  @Test
  void aWideWindowHasTheGridAndANarrowOneAColumnInReadingOrder() {
    page.open(site, "");
    assertThat(titles()).containsExactly("First", "Second", "Third");
    assertThat(page.widget("Second").getRect().getY())
        .isEqualTo(page.widget("First").getRect().getY());

    page.emulate(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));

    eventually(() -> page.widget("First").getRect().getWidth() > 350);
    var first = page.widget("First").getRect();
    assertThat(page.widget("Second").getRect().getX()).isEqualTo(first.getX());
    assertThat(page.widget("Second").getRect().getY()).isGreaterThan(first.getY());
    assertThat(page.widget("Third").getRect().getWidth()).isEqualTo(first.getWidth());
  }

  @Test
  void itFollowsTheReadersColours() {
    page.open(site, "refresh=0");
    String light = page.browser.find("body").getCssValue("background-color");
    Object lightAxis = axisColor();

    page.emulate(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));

    eventually(() -> !axisColor().equals(lightAxis));
    assertThat(light).contains("246, 247, 249");
    assertThat(page.browser.find("body").getCssValue("background-color")).contains("15, 20, 26");
  }

  @Test
  void aRefreshBringsNewNumbersIntoTheSameGraph() {
    var time = site.minutesAgo(2);
    site.put("Plums", time, 1);
    site.dashboard(
        "fresh",
        metric(
            0,
            0,
            "'title': 'Plums', 'stat': 'Sum', 'period': 60," + " 'metrics': [['Test', 'Plums']]"));
    page.open(site, "name=fresh&refresh=0.2");
    Object before = page.run("return (arguments[0].seen = true)", page.part("Plums", "canvas"));

    site.put("Plums", time, 41);

    eventuallyAsserted(
        () -> assertThat(page.lines("Plums")).isEqualTo(Map.of("Plums", List.of(42L))));
    assertThat(page.run("return arguments[0].seen", page.part("Plums", "canvas")))
        .isEqualTo(before);
  }

  @Test
  void aChangedDashboardIsDrawnAnew() {
    site.dashboard("changing", metric(0, 0, "'title': 'Old', " + GRAPH));
    page.open(site, "name=changing&refresh=0.2");

    site.dashboard("changing", metric(0, 0, "'title': 'New', " + GRAPH));

    eventually(() -> titles().equals(List.of("New")));
    assertThat(page.run("return Object.keys(Chart.instances).length")).isEqualTo(1L);
  }

  @Test
  void aLegendsEntrySwitchesItsLineByKeyboard() {
    page.open(site, "");
    var entry = page.part("First", ".legend li:nth-child(2) button");

    entry.sendKeys(Keys.ENTER);

    assertThat(entry.getDomAttribute("aria-pressed")).isEqualTo("false");
    assertThat(visible("First")).isEqualTo(List.of(true, false));
    entry.sendKeys(Keys.SPACE);
    assertThat(visible("First")).isEqualTo(List.of(true, true));
  }

  @Test
  void pointingTellsAllValuesOfATimeAndMarksItInEveryGraph() {
    page.open(site, "zone=UTC");
    var canvas = page.part("First", "canvas");

    new Actions(page.browser.driver()).moveToElement(canvas).perform();

    String tooltip = page.browser.find(".tooltip").getText();
    assertThat(tooltip).contains("All").contains("Most");
    Instant pointedAt = Instant.parse(tooltip.substring(0, 16).replace(' ', 'T') + ":00Z");
    assertThat(pointedAt).isBetween(site.minutesAgo(180), site.minutesAgo(0));
    assertThat(page.browser.driver().findElements(By.cssSelector(".crosshair:not([hidden])")))
        .hasSize(2);
    canvas.sendKeys(Keys.ARROW_RIGHT);
    assertThat(page.browser.find(".tooltip-value").getText()).isEqualTo("3");
  }

  @Test
  void draggingOverAGraphZoomsAndGoingBackUndoesIt() {
    page.open(site, "");
    var canvas = page.part("First", "canvas");

    new Actions(page.browser.driver())
        .moveToElement(canvas, -60, 0)
        .clickAndHold()
        .moveByOffset(100, 0)
        .release()
        .perform();

    eventually(() -> page.browser.find(".custom.chosen").isDisplayed());
    assertThat(page.browser.driver().getCurrentUrl()).contains("?range=20");
    page.browser.driver().navigate().back();
    eventually(() -> page.browser.find(".ranges [aria-pressed=true]").getText().equals("15m"));
  }

  @Test
  void anUnknownDashboardNamesThoseThereAre() {
    page.browser.visit(site.page("name=Nobody"));

    eventually(() -> page.browser.find(".notice").getText().contains("no dashboard Nobody"));
    assertThat(page.browser.find(".notice").getText()).contains("WildRydes");
  }

  @Test
  void aStoppedCloudWatchIsSaidAndRecoveredFrom() {
    page.open(site, "refresh=0.2");

    site.hangUp();

    try {
      eventually(() -> page.browser.find(".notice").getText().contains("does not answer"));
      assertThat(page.words("First")).startsWith("All: 3");
    } finally {
      site.answerAgain();
    }
    eventually(() -> !page.browser.find(".notice").isDisplayed());
    // Chromium reports each request that was not answered.
    assertThat(page.browser.complaints()).allMatch(each -> each.contains("ERR_EMPTY_RESPONSE"));
  }

  @Test
  void hostileTextRunsNothing() {
    String script = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>";
    site.dashboard(
        "hostile",
        """
        {"type": "text", "width": 24, "height": 3, "properties": {"markdown":
         "%s[link](javascript:window.hacked=1)<a href='javascript:window.hacked=1' onclick='window.hacked=1'>a</a><style>body{display:none}</style><iframe src='/'></iframe>"}}"""
            .formatted(script),
        metric(
            0,
            3,
            """
            "title": "%1$s", "metrics": [["Test", "Apples", {"label": "%1$s"}]],
            "annotations": {"horizontal": [{"value": 1, "label": "%1$s"}]}"""
                .formatted(script)));

    page.open(site, "name=hostile");
    page.browser
        .driver()
        .findElements(By.cssSelector(".markdown a"))
        .forEach(each -> page.run("arguments[0].click(); return 1", each));

    assertThat(page.run("return String(window.hacked)")).isEqualTo("undefined");
    assertThat(
            page.browser
                .driver()
                .findElements(By.cssSelector("main script, main img, iframe, main style")))
        .isEmpty();
    assertThat(page.browser.find(".metric h2").getText()).isEqualTo(script);
    assertThat(page.browser.find(".legend-label").getText()).isEqualTo(script);
  }

  private List<String> titles() {
    return page.browser.driver().findElements(By.cssSelector(".widget h2")).stream()
        .map(each -> each.getText())
        .toList();
  }

  private Object axisColor() {
    return page.chart("First", "options.scales.x.ticks.color");
  }

  private Object visible(String title) {
    return page.run(
        "const chart = Chart.getChart(arguments[0]);"
            + " return chart.data.datasets.map((_, index) => chart.isDatasetVisible(index))",
        page.part(title, "canvas"));
  }
}
