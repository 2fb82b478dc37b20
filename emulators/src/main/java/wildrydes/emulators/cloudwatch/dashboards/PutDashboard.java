package wildrydes.emulators.cloudwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.dashboards.body.BodyCheck;
import wildrydes.emulators.cloudwatch.dashboards.body.Problem;

/**
 * Makes or replaces a dashboard whose body is right; what in it would be ignored is answered as a
 * warning.
 */
public record PutDashboard(Dashboards dashboards) implements Operation {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  @Override
  public ObjectNode answer(Parameters request) {
    String name = request.text("DashboardName");
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          ApiError.Code.DASHBOARD_INVALID,
          ("The value %s for field DashboardName contains invalid characters. It can only contain"
                  + " alphanumerics, dash (-) and underscore (_), up to 255 of them.")
              .formatted(name));
    }
    String body = request.text("DashboardBody");
    var check = BodyCheck.of(body);
    if (!check.errors().isEmpty()) {
      var details = Operation.structure();
      addTo(details.putArray("dashboardValidationMessages"), check.errors());
      throw new ApiError(ApiError.Code.DASHBOARD_INVALID, check.message(), details);
    }
    dashboards.put(name, body);
    var answer = Operation.structure();
    addTo(answer.putArray("DashboardValidationMessages"), check.warnings());
    return answer;
  }

  private static void addTo(ArrayNode list, List<Problem> problems) {
    problems.forEach(
        each -> list.addObject().put("DataPath", each.dataPath()).put("Message", each.message()));
  }
}
