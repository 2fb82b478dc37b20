package wildrydes.emulators.cloudwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/** One dashboard, its body as it was put. */
public record GetDashboard(Dashboards dashboards) implements Operation {

  @Override
  public ObjectNode answer(Parameters request) {
    String name = request.text("DashboardName");
    var dashboard =
        dashboards
            .find(name)
            .orElseThrow(
                () ->
                    new ApiError(
                        ApiError.Code.DASHBOARD_NOT_FOUND,
                        "Dashboard %s does not exist".formatted(name)));
    return Operation.structure()
        .put("DashboardArn", dashboard.arn())
        .put("DashboardBody", dashboard.body())
        .put("DashboardName", name);
  }
}
