package wildrydes.local.site;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The dashboard as a person finds it in a browser. */
final class DashboardPage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final Browser browser = Browser.open();

  /** Returns once everything is drawn. */
  void open(DashboardSite site, String query) {
    browser.visit(site.page(query));
    eventually(() -> browser.find(".status").getText().startsWith("Updated"));
  }

  WebElement widget(String title) {
    return browser.find("section[aria-label='%s']".formatted(title));
  }

  String words(String title) {
    return text(title, ".in-words");
  }

  String text(String title, String css) {
    return Objects.requireNonNull(part(title, css).getDomProperty("textContent"));
  }

  List<String> texts(String title, String css) {
    return widget(title).findElements(By.cssSelector(css)).stream()
        .map(each -> Objects.requireNonNull(each.getDomProperty("textContent")))
        .toList();
  }

  WebElement part(String title, String css) {
    return widget(title).findElement(By.cssSelector(css));
  }

  /** The values of a graph's line as they are drawn, with null for a gap, by the line's label. */
  @SuppressWarnings("unchecked") // JSON's own types.
  Map<String, List<Number>> lines(String title) {
    return (Map<String, List<Number>>)
        run(
            """
            const { datasets } = Chart.getChart(arguments[0]).data;
            return Object.fromEntries(datasets.map((each) => [
              each.label, each.data.map(({ y }) => Number.isFinite(y) ? y : null)]));
            """,
            part(title, "canvas"));
  }

  /** A part of a graph's chart, by its path in the chart library. */
  Object chart(String title, String path) {
    return run("return Chart.getChart(arguments[0])." + path, part(title, "canvas"));
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNull(browser.driver().executeScript(script, arguments));
  }

  /** Evaluates an expression over one of the page's own modules. */
  Object module(String name, String expression) {
    return Objects.requireNonNull(
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                import("/_local/assets/dashboard/%s").then((module) => done(JSON.stringify(%s)))
                  .catch((error) => done(error.message));
                """
                    .formatted(name, expression)));
  }

  void emulate(String command, Map<String, Object> parameters) {
    browser.driver().executeCdpCommand(command, parameters);
  }

  static void eventually(java.util.concurrent.Callable<Boolean> condition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(condition);
  }

  static void eventuallyAsserted(ThrowingRunnable assertion) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(assertion);
  }

  @Override
  public void close() {
    browser.close();
  }
}
