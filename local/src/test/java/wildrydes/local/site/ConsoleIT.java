package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import wildrydes.local.City;
import wildrydes.local.LocalPipeline;
import wildrydes.local.Rider;
import wildrydes.local.SharedPipeline;

/** A rider and an operator before the console, in a real browser. */
class ConsoleIT {

  private static final LocalPipeline PIPELINE = SharedPipeline.get();

  @SuppressWarnings("NullAway.Init") // Opened before the first test.
  private static Browser browser;

  private final City city = City.somewhere(PIPELINE);
  private final String unicorn = "Unicorn-" + UUID.randomUUID();
  private final String rider = "rider-" + UUID.randomUUID();
  private final ConsolePage page = new ConsolePage(browser, PIPELINE.endpoints().api());

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aClickOnTheMapAndOneOnTheButtonBringTheNearestUnicorn() {
    city.add(unicorn, 0.002);
    page.open(city.center(), rider);

    page.clickMiddleOfMap();
    page.awaitText("[data-part=nearest]", text -> text.contains(unicorn));
    page.request();

    page.awaitText("#ride .progress", text -> text.startsWith(unicorn + " is coming"));
    assertThat(page.text(".timeline"))
        .containsSubsequence(
            "Requested",
            "Dispatched",
            "in the request queue",
            "Assigned to " + unicorn,
            "search and claim",
            "Recorded",
            "outcome queue and write");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theKeyboardAloneIsEnough() {
    city.add(unicorn, 0.002);
    page.open(city.center(), rider);

    page.tabTo(".map");
    page.press(Keys.ARROW_LEFT, Keys.ARROW_RIGHT, "+", "-", Keys.ENTER);
    page.tabTo("#request .primary");
    page.press(Keys.ENTER);

    page.awaitText("#ride .progress", text -> text.startsWith(unicorn + " is coming"));
  }

  @Test
  void recentRidesSurviveAReload() {
    city.add(unicorn, 0.002);
    page.open(city.center(), rider);
    page.enterPickup("" + city.center().latitude(), "" + city.center().longitude());
    page.request();
    page.awaitText("#recent ul", text -> text.contains(unicorn));

    browser.driver().navigate().refresh();

    assertThat(page.awaitText("#recent ul", text -> text.contains(unicorn))).contains("Assigned");
    browser.find(".ride").click();
    page.awaitText("#ride .progress", text -> text.startsWith(unicorn + " is coming"));
  }

  /** The API has taken the request, but the browser never hears of it. */
  @Test
  void aLostAnswerIsAskedForAgainByTheSameKey() {
    city.add(unicorn, 0.002);
    page.open(city.center(), rider);
    browser
        .driver()
        .executeScript(
            """
            const real = fetch;
            window.keys = [];
            window.fetch = async (path, request) => {
              const answer = await real(path, request);
              if (path === "/ride" && keys.push(request.headers["Idempotency-Key"]) === 1) {
                throw new TypeError("Failed to fetch");
              }
              return answer;
            };
            """);

    page.clickMiddleOfMap();
    page.request();

    page.awaitText("#ride .progress", text -> text.startsWith(unicorn + " is coming"));
    assertThat(browser.driver().executeScript("return keys.length")).isEqualTo(2L);
    assertThat(browser.driver().executeScript("return new Set(keys).size")).isEqualTo(1L);
  }

  @Test
  void theApisRefusalIsShownInItsOwnWords() {
    page.open(city.center(), rider);

    page.enterPickup("91", "0");
    page.request();

    page.awaitText("#request [data-part=problem]", text -> text.contains("(HTTP 422)"));
    assertThat(page.text("#request [data-part=problem]"))
        .contains("/PickupLocation/Latitude")
        .contains("90");
    // The browser itself speaks of every answer that is an error.
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
  }

  @Test
  void aDeadLetterIsShownWithWhatToDo() {
    String queue = PIPELINE.stack().queueUrl("RideRequestQueue");
    page.open(city.center(), rider);

    PIPELINE.stack().sqs().sendMessage(s -> s.queueUrl(queue).messageBody("{\"Type\":\"Dream\"}"));

    page.awaitText("[data-queue=RideRequestQueue] [data-part=dead]", count -> !count.equals("0"));
    page.awaitText(".dead-letters", text -> text.contains("no retry could help"));
    assertThat(page.text("[data-part=advice]"))
        .contains("the runbook tells how")
        .contains("aws sqs receive-message --queue-url " + queue + "-DeadLetters");
  }

  @Test
  void deadLettersAreReplayedAfterADryRun() {
    String cause = "The fleet was away " + UUID.randomUUID();
    String ride = FailedRide.put(PIPELINE, city.center(), rider, cause);
    city.add(unicorn, 0.001);
    page.open(city.center(), rider);

    page.awaitText(".dead-letters", text -> text.contains("no retry could help"));
    browser.find("[data-part=open]").click();
    String group = "[data-cause='%s']".formatted(cause);
    page.awaitText(group, text -> text.contains("1 × " + cause) && text.contains(ride));
    assertThat(browser.find("[data-part=execute]").isEnabled()).isFalse();
    browser.find(group + " button").click();
    page.awaitText("[data-part=words]", text -> text.startsWith("1 message would be replayed."));
    browser.find("[data-part=execute]").click();

    page.awaitText("[data-part=report]", text -> text.startsWith("1 replayed: 1 assigned."));
    assertThat(new Rider(PIPELINE.endpoints().api(), rider).awaitStatus(ride, "ASSIGNED"))
        .isNotNull();
    assertThat(browser.driver().findElements(By.cssSelector(group))).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aNameThatIsMarkupStaysAName() {
    String name = "<img src=x onerror=\"document.title='stolen'\">" + UUID.randomUUID();
    city.add(name, 0);
    page.open(city.center(), rider);

    page.clickMiddleOfMap();
    page.awaitText("[data-part=nearest]", text -> text.contains(name));
    page.awaitText(".map .note", text -> text.startsWith(name));
    page.request();
    page.awaitText("#ride .progress", text -> text.startsWith(name));

    assertThat(browser.driver().getTitle()).isEqualTo("Wild Rydes: console");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aStoppedPipelineIsToldUntilItIsBack() {
    page.open(city.center(), rider);

    page.cutOff(true);
    page.awaitText("#trouble", text -> text.contains("Is ./rides local still running?"));
    page.cutOff(false);

    page.awaitText("#trouble", String::isEmpty);
    // The browser itself speaks of every request that nobody answered.
    assertThat(browser.complaints()).allMatch(text -> text.contains("ERR_INTERNET_DISCONNECTED"));
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() {
    page.open(city.center(), rider);

    page.narrowTo(390, 844);
    try {
      var widths =
          browser
              .driver()
              .executeScript("return document.documentElement.scrollWidth <= innerWidth");

      assertThat(widths).isEqualTo(true);
      assertThat(browser.driver().executeScript("return innerWidth")).isEqualTo(390L);
    } finally {
      page.widen();
    }
  }
}
