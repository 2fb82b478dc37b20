package wildrydes.local;

import java.util.Map;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.Template;

/** Puts the alarms and dashboards that a template declares into the local CloudWatch. */
final class CloudWatchResources {

  /** Each type, and the property that is its name. */
  private static final Map<String, String> NAMES =
      Map.of(
          "AWS::CloudWatch::Alarm", "AlarmName",
          "AWS::CloudWatch::Dashboard", "DashboardName");

  private CloudWatchResources() {}

  /**
   * Declares all of them.
   *
   * @throws wildrydes.emulators.template.TemplateException naming the resource that CloudWatch
   *     refuses, and why
   */
  static void declare(Template template, CloudWatchEmulator cloudWatch) {
    NAMES.forEach(
        (type, name) ->
            template
                .resources(type)
                .forEach(resource -> declare(resource, name, template, cloudWatch)));
  }

  private static void declare(
      Resource resource, String name, Template template, CloudWatchEmulator cloudWatch) {
    var properties = resource.properties().deepCopy().put(name, resource.name());
    try {
      cloudWatch.declare(resource.type(), properties);
    } catch (IllegalArgumentException e) {
      throw template.refuse(resource, "CloudWatch refuses it: " + e.getMessage());
    }
  }
}
