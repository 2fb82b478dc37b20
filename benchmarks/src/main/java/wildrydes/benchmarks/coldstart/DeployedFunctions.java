package wildrydes.benchmarks.coldstart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.Aws;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateSettings;

/** The functions as template.yaml declares them; nothing of it is started. */
final class DeployedFunctions {

  private DeployedFunctions() {}

  /** All of them, with queue URLs that begin with {@code sqsEndpoint}. */
  static List<ServerlessFunction> all(URI sqsEndpoint) {
    var settings =
        new TemplateSettings(
            StackSettings.STACK_NAME, Map.of(), Aws.REGION, Aws.ACCOUNT_ID, sqsEndpoint);
    return Template.read(StackSettings.repositoryTemplate(), settings).functions();
  }
}
