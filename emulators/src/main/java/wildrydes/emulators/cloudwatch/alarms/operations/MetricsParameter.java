package wildrydes.emulators.cloudwatch.alarms.operations;

import static wildrydes.emulators.cloudwatch.alarms.operations.AlarmParameters.invalid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.alarms.MathExpression;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.metrics.MetricParameters;
import wildrydes.emulators.cloudwatch.metrics.MetricQueries;
import wildrydes.emulators.cloudwatch.metrics.MetricQuery;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * Reads {@code Metrics}: up to ten metrics and ten expressions, one of which is what the alarm
 * watches.
 */
final class MetricsParameter {
  private static final String NAME = "Metrics";
  private static final int OF_EACH_KIND = 10;
  private static final Pattern SEARCH = Pattern.compile("(?i)\\bSEARCH\\s*\\(");

  private MetricsParameter() {}

  static MathExpression expression(Parameters request, MetricStore metrics) {
    refuseSearches(request);
    var queries = MetricQueries.of(request, NAME);
    refuseTooMany(queries);
    var watched = queries.all().stream().filter(MetricQuery::returnsData).toList();
    if (watched.size() != 1) {
      throw invalid(
          "Exactly one of %s must have ReturnData true, not %d."
              .formatted(request.at(NAME), watched.size()));
    }
    // Which series an expression gives does not depend on the time.
    var results = queries.evaluate(metrics, Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
    if (results.size() != 1) {
      throw invalid(
          "The expression %s must give a single time series for an alarm, not %d."
              .formatted(watched.getFirst().id(), results.size()));
    }
    return new MathExpression(metrics, queries, results.getFirst().period());
  }

  /** As they are described again. */
  static ArrayNode node(Parameters request) {
    var list = JsonNodeFactory.instance.arrayNode();
    request.structures(NAME).stream().map(MetricsParameter::query).forEach(list::add);
    return list;
  }

  /** What a search finds changes, so that it is no single time series. */
  private static void refuseSearches(Parameters request) {
    for (Parameters query : request.structures(NAME)) {
      if (SEARCH.matcher(query.optionalText("Expression").orElse("")).find()) {
        throw invalid(
            "%s: an alarm cannot watch a SEARCH; name the metrics one by one."
                .formatted(query.at("Expression")));
      }
    }
  }

  private static void refuseTooMany(MetricQueries queries) {
    long metrics =
        queries.all().stream()
            .filter(query -> query.source() instanceof MetricQuery.Source.Metric)
            .count();
    long expressions = queries.all().size() - metrics;
    if (metrics > OF_EACH_KIND || expressions > OF_EACH_KIND) {
      throw invalid(
          "%s may have %d metrics and %d expressions, not %d and %d."
              .formatted(NAME, OF_EACH_KIND, OF_EACH_KIND, metrics, expressions));
    }
  }

  private static ObjectNode query(Parameters query) {
    var node = Operation.structure().put("Id", query.text("Id"));
    if (query.has("MetricStat")) {
      node.set("MetricStat", stat(query.structure("MetricStat")));
    }
    query.optionalText("Expression").ifPresent(text -> node.put("Expression", text));
    query.optionalText("Label").ifPresent(text -> node.put("Label", text));
    node.put("ReturnData", query.flag("ReturnData", true));
    query.optionalInteger("Period").ifPresent(period -> node.put("Period", period));
    return node;
  }

  private static ObjectNode stat(Parameters stat) {
    var metric = MetricParameters.metric(stat.structure("Metric"));
    var node = Operation.structure();
    var metricNode =
        node.putObject("Metric")
            .put("Namespace", metric.namespace())
            .put("MetricName", metric.name());
    WatchedParameters.addDimensions(metric, metricNode);
    node.put("Period", stat.integer("Period")).put("Stat", stat.text("Stat"));
    stat.optionalText("Unit").ifPresent(unit -> node.put("Unit", unit));
    return node;
  }
}
