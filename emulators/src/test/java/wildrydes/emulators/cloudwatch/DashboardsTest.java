package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static wildrydes.emulators.cloudwatch.LocalCloudWatch.NOON;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import wildrydes.emulators.cloudwatch.api.Operation;

/** Through the real Java SDK. What a body may be is the matter of {@code BodyCheckTest}. */
class DashboardsTest {
  private static final String EMPTY = "{\"widgets\":[]}";

  private final LocalCloudWatch local = new LocalCloudWatch();

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aDashboardIsAnsweredToTheLetter() {
    String body = " {\"widgets\" : [ ]}\n";

    assertThat(put("Rides", body)).isEmpty();

    var dashboard = local.client.getDashboard(get -> get.dashboardName("Rides"));
    assertThat(dashboard.dashboardBody()).isEqualTo(body);
    assertThat(dashboard.dashboardName()).isEqualTo("Rides");
    assertThat(dashboard.dashboardArn())
        .isEqualTo("arn:aws:cloudwatch::000000000000:dashboard/Rides");
  }

  @Test
  void theyAreListedByNameWithSizeAndTime() {
    put("Unicorns", EMPTY);
    put("Rides-2", EMPTY);
    local.clock.advance(Duration.ofMinutes(1));
    put("Rides-1", "{\"widgets\":[],\"start\":\"\u00e9\"}");

    assertThat(
            local
                .client
                .listDashboards(list -> list.dashboardNamePrefix("Rides"))
                .dashboardEntries())
        .extracting(
            DashboardEntry::dashboardName, DashboardEntry::size, DashboardEntry::lastModified)
        .containsExactly(tuple("Rides-1", 27L, NOON.plusSeconds(60)), tuple("Rides-2", 14L, NOON));
  }

  @Test
  void aWrongBodyIsRefusedAndTheOldOneStays() {
    put("Rides", EMPTY);

    var refused =
        catchThrowableOfType(
            DashboardInvalidInputErrorException.class,
            () -> put("Rides", "{\"widgets\":[{\"type\":\"metrics\",\"properties\":{}}]}"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterInput");
    assertThat(refused.awsErrorDetails().errorMessage())
        .startsWith(
            """
            The dashboard body is invalid, there are 1 validation errors:
            [
              {
                "dataPath": "/widgets/0/type",
                "message": "Should be equal""");
    assertThat(refused.dashboardValidationMessages())
        .containsExactly(
            DashboardValidationMessage.builder()
                .dataPath("/widgets/0/type")
                .message(
                    "Should be equal to one of the allowed values: metric, text, log, alarm,"
                        + " explorer, custom, chart")
                .build());
    assertThat(local.client.getDashboard(get -> get.dashboardName("Rides")).dashboardBody())
        .isEqualTo(EMPTY);
  }

  @Test
  void whatWouldBeIgnoredIsAWarning() {
    assertThat(put("Rides", "{\"widgets\":[],\"colour\":\"red\"}"))
        .containsExactly(
            DashboardValidationMessage.builder()
                .dataPath("/")
                .message(
                    "The \"colour\" property is not expected to be part of a dashboard definition,"
                        + " will be ignored")
                .build());
    assertThat(local.client.listDashboards().dashboardEntries()).hasSize(1);
  }

  @Test
  void aNameHasLettersDigitsDashesAndUnderscores() {
    assertThatExceptionOfType(DashboardInvalidInputErrorException.class)
        .isThrownBy(() -> put("my rides", EMPTY))
        .withMessageContaining("It can only contain alphanumerics, dash (-) and underscore (_)");
    assertThatExceptionOfType(DashboardInvalidInputErrorException.class)
        .isThrownBy(() -> put("a".repeat(256), EMPTY));
  }

  @Test
  void deletingTakesThoseThereAreAndNamesTheOthers() {
    put("Rides", EMPTY);

    assertThatExceptionOfType(DashboardNotFoundErrorException.class)
        .isThrownBy(
            () -> local.client.deleteDashboards(delete -> delete.dashboardNames("Rides", "Nobody")))
        .withMessageContaining("The specified dashboard does not exist. [Nobody]")
        .matches(error -> error.awsErrorDetails().errorCode().equals("ResourceNotFound"));
    assertThatExceptionOfType(DashboardNotFoundErrorException.class)
        .isThrownBy(() -> local.client.getDashboard(get -> get.dashboardName("Rides")));
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    IntStream.range(0, 1_001)
        .mapToObj("Board-%04d"::formatted)
        .map(name -> Operation.structure().put("DashboardName", name).put("DashboardBody", EMPTY))
        .forEach(properties -> local.emulator.declare("AWS::CloudWatch::Dashboard", properties));

    var first = local.client.listDashboards();
    var second = local.client.listDashboards(list -> list.nextToken(first.nextToken()));

    assertThat(first.dashboardEntries()).hasSize(1_000);
    assertThat(second.dashboardEntries())
        .extracting(DashboardEntry::dashboardName)
        .containsExactly("Board-1000");
    assertThat(second.nextToken()).isNull();
    assertThatExceptionOfType(CloudWatchException.class)
        .isThrownBy(() -> local.client.listDashboards(list -> list.nextToken("?")));
  }

  private List<DashboardValidationMessage> put(String name, String body) {
    return local
        .client
        .putDashboard(dashboard -> dashboard.dashboardName(name).dashboardBody(body))
        .dashboardValidationMessages();
  }
}
