package wildrydes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.emulators.Aws;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.cloudwatch.CloudWatchEmulator;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateException;
import wildrydes.emulators.template.TemplateSettings;

/** What is deployed to watch the pipeline watches it here, too. */
class CloudWatchResourcesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private CloudWatchEmulator cloudWatch;

  @BeforeEach
  void start() throws IOException {
    cloudWatch = CloudWatchEmulator.start(0, InstantSource.system());
  }

  @AfterEach
  void stop() {
    cloudWatch.close();
  }

  @Test
  void everyAlarmAndEveryDashboardOfTheTemplateIsThere() throws Exception {
    var template = read(StackSettings.repositoryTemplate());

    CloudWatchResources.declare(template, cloudWatch);

    assertThat(answer("DescribeAlarms", "{\"MaxRecords\":100}").findValuesAsText("AlarmName"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(names(template, "AWS::CloudWatch::Alarm"));
    assertThat(answer("ListDashboards", "{}").findValuesAsText("DashboardName"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(names(template, "AWS::CloudWatch::Dashboard"));
  }

  @Test
  void noneOfTheTemplatesDashboardsHasAPartThatIsIgnored() throws Exception {
    var template = read(StackSettings.repositoryTemplate());

    for (Resource dashboard : template.resources("AWS::CloudWatch::Dashboard")) {
      var properties = dashboard.properties().deepCopy().put("DashboardName", dashboard.name());

      assertThat(answer("PutDashboard", properties.toString()).path("DashboardValidationMessages"))
          .as(dashboard.logicalId())
          .isEmpty();
    }
  }

  @Test
  void whatCloudWatchRefusesIsRefusedWithItsPlace() throws Exception {
    var template =
        read(
            ChangedTemplate.in(
                folder, Map.of("MetricName: 5xx\n", "MetricName: 5xx\n      Unit: Rides\n")));

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> CloudWatchResources.declare(template, cloudWatch))
        .withMessageContaining("Resources.RideApiErrorsAlarm.Properties: CloudWatch refuses it:")
        .withMessageContaining("The value Rides for parameter Unit is invalid.");
  }

  @Test
  void whatIsNoPropertyOfAnAlarmIsRefused() throws Exception {
    var template =
        ChangedTemplate.in(
            folder, Map.of("MetricName: 5xx\n", "MetricName: 5xx\n      Treshold: 7\n"));

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(template))
        .withMessageContaining("Resources.RideApiErrorsAlarm.Properties.Treshold");
  }

  private static Iterable<String> names(Template template, String type) {
    return template.resources(type).stream().map(Resource::name).toList();
  }

  private static Template read(Path template) {
    return Template.read(
        template,
        new TemplateSettings(
            StackSettings.STACK_NAME,
            Map.of(),
            Aws.REGION,
            Aws.ACCOUNT_ID,
            URI.create("http://127.0.0.1")));
  }

  private JsonNode answer(String operation, String parameters) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(cloudWatch.endpoint())
              .header("Content-Type", "application/x-amz-json-1.0")
              .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
              .POST(BodyPublishers.ofString(parameters))
              .build();
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }
}
