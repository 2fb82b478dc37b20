package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.PageToken;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Lists metrics in the order of namespace, name and dimensions, {@value #PAGE} a page. A page's
 * token is the last metric on it, so metrics that appear meanwhile neither shift nor repeat others.
 */
public record ListMetrics(MetricStore metrics, InstantSource clock) implements Operation {
  private static final int PAGE = 500;
  private static final int DIMENSION_FILTERS = 10;

  @Override
  public ObjectNode answer(Parameters request) {
    refuseOtherAccounts(request);
    var since = activeSince(request);
    var wanted = filter(request);
    var after = position(request);
    var found =
        metrics.newest().entrySet().stream()
            .filter(metric -> !metric.getValue().isBefore(since))
            .map(Map.Entry::getKey)
            .filter(wanted)
            .filter(metric -> metric.key().compareTo(after) > 0)
            .limit(PAGE + 1L)
            .toList();
    return found.size() > PAGE
        ? page(found.subList(0, PAGE)).put("NextToken", PageToken.of(found.get(PAGE - 1).key()))
        : page(found);
  }

  private static void refuseOtherAccounts(Parameters request) {
    if (request.flag("IncludeLinkedAccounts", false) || request.has("OwningAccount")) {
      throw new ApiError(
          ApiError.Code.INVALID_VALUE,
          "%s and %s are not implemented: this local CloudWatch has one account."
              .formatted(request.at("IncludeLinkedAccounts"), request.at("OwningAccount")));
    }
  }

  private static Predicate<MetricId> filter(Parameters request) {
    var namespace = request.optionalText("Namespace");
    var name = request.optionalText("MetricName");
    var dimensions = request.structures("Dimensions");
    if (dimensions.size() > DIMENSION_FILTERS) {
      throw ApiError.tooMany(request.at("Dimensions"), DIMENSION_FILTERS);
    }
    Predicate<MetricId> wanted =
        metric ->
            namespace.map(metric.namespace()::equals).orElse(true)
                && name.map(metric.name()::equals).orElse(true);
    for (Parameters dimension : dimensions) {
      String dimensionName = dimension.text("Name");
      var value = dimension.optionalText("Value");
      wanted =
          wanted.and(
              metric -> {
                String actual = metric.dimensions().get(dimensionName);
                return actual != null && value.map(actual::equals).orElse(true);
              });
    }
    return wanted;
  }

  private Instant activeSince(Parameters request) {
    return request
        .optionalText("RecentlyActive")
        .map(
            period -> {
              if (!period.equals("PT3H")) {
                throw ApiError.invalid(request.at("RecentlyActive"), period, "PT3H");
              }
              return clock.instant().minus(Duration.parse(period));
            })
        .orElse(Instant.MIN);
  }

  /** The key of the last metric of the page before; the empty one is before all. */
  private static String position(Parameters request) {
    return request
        .optionalText("NextToken")
        .map(
            token ->
                PageToken.position(token)
                    .orElseThrow(() -> ApiError.invalid(request.at("NextToken"), token)))
        .orElse("");
  }

  private static ObjectNode page(List<MetricId> found) {
    var page = Operation.structure();
    var listed = page.putArray("Metrics");
    for (MetricId metric : found) {
      listed
          .addObject()
          .put("Namespace", metric.namespace())
          .put("MetricName", metric.name())
          .set("Dimensions", MetricParameters.dimensionNodes(metric.dimensions()));
    }
    return page;
  }
}
