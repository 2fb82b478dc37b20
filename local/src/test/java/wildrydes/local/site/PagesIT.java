package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.local.SharedPipeline;

/** Every page, opened in a browser that has no internet. */
class PagesIT {

  private static final URI API = SharedPipeline.get().endpoints().api();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/dashboard"})
  void aPageOpensWithoutAComplaint(String path) {
    try (var browser = Browser.open()) {
      browser.visit(API.resolve(path));

      assertThat(browser.driver().getTitle()).startsWith("Wild Rydes");
      assertThat(browser.find("h1").getText()).isEqualTo("Wild Rydes");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
