package wildrydes.simulation.world;

import java.net.URI;
import java.util.Map;
import wildrydes.emulators.Aws;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.Queue;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateSettings;

/** The product's template, as every simulated world deploys it. */
public final class Deployment {

  /** A smaller reach than the product's: a search that reads few cells makes for more runs. */
  private static final Map<String, String> PARAMETERS = Map.of("MaxPickupMeters", "3000");

  public static final Template TEMPLATE =
      Template.read(
          StackSettings.repositoryTemplate(),
          new TemplateSettings(
              StackSettings.STACK_NAME,
              PARAMETERS,
              Aws.REGION,
              Aws.ACCOUNT_ID,
              URI.create("https://sqs.simulated")));

  private Deployment() {}

  public static ServerlessFunction function(String name) {
    return TEMPLATE.functions().stream()
        .filter(function -> function.logicalId().equals(name + "Function"))
        .findFirst()
        .orElseThrow();
  }

  public static Queue queue(String logicalId) {
    return TEMPLATE.queues().stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  public static String tableName(String logicalId) {
    return TEMPLATE.resource(logicalId).name();
  }

  /** A function's setting, as a number. */
  public static int setting(String function, String name) {
    String value = function(function).environment().get(name);
    if (value == null) {
      throw new IllegalStateException(function + " has no setting " + name);
    }
    return Integer.parseInt(value);
  }
}
