package wildrydes.emulators.cloudwatch.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

/** The parameters that several operations share, with the limits CloudWatch sets for each. */
public final class MetricParameters {
  private static final int DIMENSIONS = 30;
  private static final int NAME_LENGTH = 255;
  private static final int DIMENSION_VALUE_LENGTH = 1_024;

  private MetricParameters() {}

  public static String namespace(Parameters request) {
    return withoutColon(request, "Namespace", name(request, "Namespace", NAME_LENGTH));
  }

  static String metricName(Parameters request) {
    return name(request, "MetricName", NAME_LENGTH);
  }

  public static MetricId metric(Parameters request) {
    return new MetricId(namespace(request), metricName(request), dimensions(request));
  }

  public static SortedMap<String, String> dimensions(Parameters request) {
    var listed = request.structures("Dimensions");
    if (listed.size() > DIMENSIONS) {
      throw ApiError.tooMany(request.at("Dimensions"), DIMENSIONS);
    }
    var dimensions = new TreeMap<String, String>();
    for (Parameters dimension : listed) {
      String name = withoutColon(dimension, "Name", name(dimension, "Name", NAME_LENGTH));
      String value = name(dimension, "Value", DIMENSION_VALUE_LENGTH);
      if (dimensions.put(name, value) != null) {
        throw ApiError.invalid(dimension.at("Name"), name, "different from the other names");
      }
    }
    return dimensions;
  }

  public static Optional<StandardUnit> unit(Parameters request) {
    return request
        .optionalText("Unit")
        .map(
            name -> {
              var unit = StandardUnit.fromValue(name);
              if (unit == StandardUnit.UNKNOWN_TO_SDK_VERSION) {
                throw ApiError.invalid(request.at("Unit"), name);
              }
              return unit;
            });
  }

  public static int period(Parameters request) {
    int period = request.integer("Period");
    if (!TimeWindow.isPeriod(period)) {
      throw ApiError.invalid(request.at("Period"), period, TimeWindow.PERIODS);
    }
    return period;
  }

  static ArrayNode dimensionNodes(Map<String, String> dimensions) {
    var nodes = JsonNodeFactory.instance.arrayNode();
    dimensions.forEach((name, value) -> nodes.addObject().put("Name", name).put("Value", value));
    return nodes;
  }

  private static String name(Parameters request, String parameter, int longest) {
    String name = request.text(parameter);
    if (name.isBlank()
        || name.length() > longest
        || !name.chars().allMatch(each -> each >= ' ' && each <= '~')) {
      throw ApiError.invalid(
          request.at(parameter),
          name,
          "1 to %d printable ASCII characters, not all blank".formatted(longest));
    }
    return name;
  }

  private static String withoutColon(Parameters request, String parameter, String name) {
    if (name.startsWith(":")) {
      throw ApiError.invalid(request.at(parameter), name, "without a colon in front");
    }
    return name;
  }
}
