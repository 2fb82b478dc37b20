package wildrydes.emulators.cloudwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * Deletes as many of the named dashboards as there are, as CloudWatch's reference says, and refuses
 * afterwards when some are not.
 */
public record DeleteDashboards(Dashboards dashboards) implements Operation {
  private static final int NAMES = 100;

  @Override
  public ObjectNode answer(Parameters request) {
    var names = request.texts("DashboardNames");
    if (names.isEmpty()) {
      throw ApiError.missing(request.at("DashboardNames"));
    }
    if (names.size() > NAMES) {
      throw ApiError.tooMany(request.at("DashboardNames"), NAMES);
    }
    var missing = dashboards.delete(names);
    if (!missing.isEmpty()) {
      throw new ApiError(
          ApiError.Code.DASHBOARD_NOT_FOUND,
          "The specified dashboard does not exist. [%s]".formatted(String.join(", ", missing)));
    }
    return Operation.structure();
  }
}
