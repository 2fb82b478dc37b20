package wildrydes.emulators.template;

import java.net.URI;
import java.util.Map;

/**
 * What a deployment would add to the template.
 *
 * @param parameters overrides of the template's defaults, as given on a command line
 * @param sqsEndpoint the base of queue URLs
 */
public record TemplateSettings(
    String stackName,
    Map<String, String> parameters,
    String region,
    String accountId,
    URI sqsEndpoint) {

  public TemplateSettings {
    parameters = Map.copyOf(parameters);
  }
}
