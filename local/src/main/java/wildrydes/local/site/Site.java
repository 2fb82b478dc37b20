package wildrydes.local.site;

import com.sun.net.httpserver.HttpHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import wildrydes.emulators.Stack;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.local.deadletters.DeadLetterDesk;
import wildrydes.local.facts.FleetFacts;
import wildrydes.local.facts.PipelineFacts;
import wildrydes.local.facts.QueueFacts;

/** The pages and their data, by path. A path that ends with a slash stands for all below it. */
public final class Site {

  private Site() {}

  /**
   * To be served beside the API of the same pipeline.
   *
   * @param docs the folder with the documents; that one is missing is told when somebody asks for
   *     it
   */
  public static Map<String, HttpHandler> of(
      Stack stack, CloudWatchEmulator cloudWatch, DeadLetterDesk desk, Path docs) {
    Map<String, HttpHandler> byPath = new HashMap<>();
    byPath.put("/", Assets.page("console.html"));
    byPath.put("/dashboard", Assets.page("dashboard.html"));
    byPath.put("/docs/runbook.md", Assets.page("runbook.html"));
    byPath.put(
        "/_local/runbook.md",
        new Document(docs.resolve("runbook.md"), "text/markdown; charset=utf-8"));
    // As plain text a browser shows it; as YAML it would save it.
    byPath.put(
        "/docs/openapi.yaml",
        new Document(docs.resolve("openapi.yaml"), "text/plain; charset=utf-8"));
    byPath.put("/_local/assets/", Assets.below("/_local/assets/"));
    byPath.put("/_local/cloudwatch", cloudWatch.reader());
    var pipeline = PipelineFacts.of(stack, cloudWatch.endpoint(), Instant.now());
    byPath.put("/_local/pipeline", new JsonFacts("The pipeline", pipeline));
    byPath.put("/_local/unicorns", new JsonFacts("The fleet", FleetFacts.of(stack)));
    byPath.put("/_local/queues", new JsonFacts("The queues", QueueFacts.of(stack)));
    var deadLetters = new OwnPages(new DeadLetterAnswers(desk));
    byPath.put(DeadLetterAnswers.LETTERS, deadLetters);
    byPath.put(DeadLetterAnswers.REPLAY, deadLetters);
    byPath.replaceAll((_, handler) -> new SameMachine(handler));
    return Map.copyOf(byPath);
  }
}
