package wildrydes.emulators.cloudwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.PageToken;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * Lists dashboards in the order of their names, {@value #PAGE} a page. A page's token is the last
 * name on it.
 */
public record ListDashboards(Dashboards dashboards) implements Operation {
  static final int PAGE = 1_000;

  @Override
  public ObjectNode answer(Parameters request) {
    String prefix = request.optionalText("DashboardNamePrefix").orElse("");
    String after = request.optionalText("NextToken").map(each -> name(request, each)).orElse("");
    var found =
        dashboards.all().stream()
            .filter(each -> each.name().startsWith(prefix))
            .filter(each -> each.name().compareTo(after) > 0)
            .limit(PAGE + 1L)
            .toList();
    var answer = Operation.structure();
    var listed = answer.putArray("DashboardEntries");
    for (Dashboard dashboard : found.subList(0, Math.min(PAGE, found.size()))) {
      listed
          .addObject()
          .put("DashboardName", dashboard.name())
          .put("DashboardArn", dashboard.arn())
          .put("Size", dashboard.size())
          .putPOJO("LastModified", dashboard.modified());
    }
    return found.size() > PAGE
        ? answer.put("NextToken", PageToken.of(found.get(PAGE - 1).name()))
        : answer;
  }

  private static String name(Parameters request, String token) {
    return PageToken.position(token)
        .orElseThrow(() -> ApiError.invalid(request.at("NextToken"), token));
  }
}
