package wildrydes.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.local.ChangedTemplate;
import wildrydes.local.City;
import wildrydes.local.LocalPipeline;
import wildrydes.local.LocalSettings;
import wildrydes.messages.Location;

/**
 * A page of the classic sample's time, served elsewhere: it sends its token without Bearer, knows
 * no polling, and takes the answer's unicorn at once. DefaultWaitSeconds is for it.
 */
class ClassicPageIT {

  @TempDir Path folder;

  @Test
  void itGetsItsUnicornInTheAnswer() throws IOException {
    try (var browser = Browser.open();
        var pipeline = LocalPipeline.start(LocalSettings.inMemory(waitingByDefault()))) {
      City city = City.somewhere(pipeline);
      city.add("Rocinante", 0.01);
      HttpServer elsewhere = serving(page(pipeline.endpoints().api(), city.center()));
      try {
        browser.visit(
            URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/ride.html"));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !browser.driver().getTitle().equals("Where to?"));

        assertThat(browser.driver().getTitle())
            .isEqualTo("201: Rocinante, your White unicorn, is on her way.");
      } finally {
        elsewhere.stop(0);
      }
    }
  }

  private Path waitingByDefault() throws IOException {
    String before = "DefaultWaitSeconds:\n    Type: Number\n    Default: ";
    return ChangedTemplate.in(folder, Map.of(before + "0", before + "20"));
  }

  private static String page(URI api, Location pickup) {
    return """
      <!doctype html><title>Where to?</title>
      <script>
        const request = new XMLHttpRequest();
        request.open("POST", "%s/ride");
        request.setRequestHeader("Authorization", "alice");
        request.setRequestHeader("Content-Type", "application/json");
        request.onload = () => {
          const { Unicorn } = JSON.parse(request.responseText);
          const whose = Unicorn.Gender === "Male" ? "his" : "her";
          document.title =
              `${request.status}: ${Unicorn.Name}, your ${Unicorn.Color} unicorn, is on ${whose} way.`;
        };
        request.onerror = () => { document.title = "The browser did not let the page ask."; };
        request.send(JSON.stringify({ PickupLocation: { Latitude: %s, Longitude: %s } }));
      </script>
      """
        .formatted(api, pickup.latitude(), pickup.longitude());
  }

  private static HttpServer serving(String page) throws IOException {
    byte[] html = page.getBytes(UTF_8);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
          }
        });
    server.start();
    return server;
  }
}
