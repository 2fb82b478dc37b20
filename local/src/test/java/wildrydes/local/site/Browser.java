package wildrydes.local.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A chromium without a window. It reaches nothing but this machine, so a page that needs the
 * internet fails here.
 */
final class Browser implements AutoCloseable {

  private static final String MISSING =
      "There is no chromium with its driver here, so the pages are not tested: install Debian's"
          + " chromium and chromium-driver.";

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test, saying why, where there is no chromium. */
  static Browser open() {
    var chromium = program("chromium", "chromium-browser", "google-chrome");
    var chromeDriver = program("chromedriver");
    Assumptions.assumeTrue(chromium.isPresent() && chromeDriver.isPresent(), MISSING);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromeDriver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    var options =
        new ChromeOptions()
            .setBinary(chromium.orElseThrow().toFile())
            .addArguments(
                "--headless=new",
                // Builds often run as root, which chromium's sandbox refuses.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--force-device-scale-factor=1",
                "--window-size=1280,900",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void visit(URI page) {
    driver.get(page.toString());
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** What the page's scripts complained about, up to now; asking forgets it. */
  Stream<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage());
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<Path> program(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
