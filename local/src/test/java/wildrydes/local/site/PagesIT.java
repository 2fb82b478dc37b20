package wildrydes.local.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.local.SharedPipeline;

/** Every page, opened in a browser that has no internet. */
class PagesIT {

  private static final URI API = SharedPipeline.get().endpoints().api();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/dashboard", "/docs/runbook.md"})
  void aPageOpensWithoutAComplaint(String path) {
    try (var browser = Browser.open()) {
      browser.visit(API.resolve(path));

      assertThat(browser.driver().getTitle()).startsWith("Wild Rydes");
      assertThat(browser.find("h1").getText()).isEqualTo("Wild Rydes");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void anAlarmLeadsToItsSectionOfTheRunbook() {
    try (var browser = Browser.open()) {
      browser.visit(API.resolve("/docs/runbook.md#rideoutcomes-old"));

      await()
          .untilAsserted(
              () -> {
                var section = browser.find("#rideoutcomes-old");
                assertThat(section.getText()).isEqualTo("RideOutcomes-Old");
                assertThat(section.getRect().getY()).isPositive();
                assertThat(scrolled(browser)).isBetween(1L, (long) section.getRect().getY());
              });
    }
  }

  private static long scrolled(Browser browser) {
    return ((Number)
            requireNonNull(browser.driver().executeScript("return Math.round(window.scrollY)")))
        .longValue();
  }
}
