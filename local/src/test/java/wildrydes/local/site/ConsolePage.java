package wildrydes.local.site;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import wildrydes.messages.Location;

/** The console as a person has it before them. */
record ConsolePage(Browser browser, URI api) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Opens it anew, looking at that place, as a rider of that name. */
  void open(Location place, String rider) {
    browser.visit(api.resolve("/"));
    browser.driver().executeScript("localStorage.setItem('wildrydes.rider', arguments[0])", rider);
    // A change of the part behind the # alone would load nothing.
    browser.visit(URI.create("about:blank"));
    // What earlier tests have caused is theirs.
    browser.complaints();
    browser.visit(api.resolve("/#13/%s/%s".formatted(place.latitude(), place.longitude())));
  }

  void clickMiddleOfMap() {
    new Actions(browser.driver()).moveToElement(browser.find(".map canvas")).click().perform();
  }

  void enterPickup(String latitude, String longitude) {
    fill("latitude", latitude);
    fill("longitude", longitude);
  }

  void request() {
    browser.find("#request .primary").click();
  }

  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Goes on with the tabulator until the element has the focus. */
  void tabTo(String css) {
    WebElement wanted = browser.find(css);
    for (int i = 0; i < 30; i++) {
      if (browser.driver().switchTo().activeElement().equals(wanted)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the tabulator does not reach " + css);
  }

  String text(String css) {
    return browser.find(css).getText();
  }

  /** The element's text, once it is as wanted. */
  String awaitText(String css, Predicate<String> wanted) {
    return await(css)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        // The page is still drawing.
        .ignoreExceptionsMatching(
            e -> e instanceof NoSuchElementException || e instanceof StaleElementReferenceException)
        .until(() -> text(css), wanted);
  }

  private void fill(String name, String value) {
    WebElement field = browser.find("#request [name=%s]".formatted(name));
    field.clear();
    field.sendKeys(value);
  }

  /** Like a phone of that many CSS pixels. */
  void narrowTo(int width, int height) {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
  }

  void widen() {
    browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** As if the pipeline had stopped, and as if it had come back. */
  void cutOff(boolean offline) {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                offline,
                "latency",
                0,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }
}
