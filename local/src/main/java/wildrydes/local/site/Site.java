package wildrydes.local.site;

import com.sun.net.httpserver.HttpHandler;
import java.util.HashMap;
import java.util.Map;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;

/** The pages and their data, by path. A path that ends with a slash stands for all below it. */
public final class Site {

  private Site() {}

  /** To be served beside the API of the same pipeline. */
  public static Map<String, HttpHandler> of(CloudWatchEmulator cloudWatch) {
    Map<String, HttpHandler> byPath = new HashMap<>();
    byPath.put("/", Assets.page("console.html"));
    byPath.put("/dashboard", Assets.page("dashboard.html"));
    byPath.put("/_local/assets/", Assets.below("/_local/assets/"));
    byPath.put("/_local/cloudwatch", cloudWatch.reader());
    byPath.replaceAll((_, handler) -> new SameMachine(handler));
    return Map.copyOf(byPath);
  }
}
