package wildrydes.simulation.checks;

import static wildrydes.simulation.checks.Items.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Invocation;
import wildrydes.simulation.history.Invocation.End;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;
import wildrydes.simulation.model.ItemChange;
import wildrydes.simulation.world.Deployment;

/**
 * Each recorded outcome is counted once, by the invocation that recorded it and knows that it did.
 * So a count is missed only where that invocation never learnt of its write, died before it
 * counted, or CloudWatch did not take the count.
 */
final class CountCheck implements Watcher {

  private static final Map<String, String> METRICS =
      Map.of("ASSIGNED", "RidesAssigned", "UNASSIGNED", "RidesUnassigned", "FAILED", "RidesFailed");

  private final History history;
  private final Map<Exchange, String> writes = new HashMap<>();
  private final Map<Invocation, Map<String, Integer>> known = new HashMap<>();
  private final Set<Invocation> hasCounted = new HashSet<>();
  private int recorded;
  private int counted;

  CountCheck(History history) {
    this.history = history;
  }

  /** How many outcomes were recorded, of which {@link #counted} are in the metrics. */
  int recorded() {
    return recorded;
  }

  int counted() {
    return counted;
  }

  @Override
  public void changed(ItemChange change, Exchange by) {
    boolean anOutcome =
        change.table().equals(Deployment.tableName("RidesTable"))
            && !change.before().isEmpty()
            && !change.before().equals(change.after());
    if (anOutcome) {
      recorded++;
      writes.put(by, METRICS.getOrDefault(text(change.after(), "Status").orElse(""), "?"));
    }
  }

  @Override
  public void answered(Exchange exchange) {
    String metric = writes.get(exchange);
    if (metric != null) {
      history
          .invocationOf(exchange)
          .ifPresent(
              i -> known.computeIfAbsent(i, _ -> new TreeMap<>()).merge(metric, 1, Integer::sum));
    }
  }

  @Override
  public void landed(Exchange exchange) {
    if (!(exchange.request() instanceof PutMetricDataRequest request)) {
      return;
    }
    Invocation invocation = history.invocationOf(exchange).orElseThrow();
    Map<String, Integer> counts = counts(request);
    counted += counts.values().stream().mapToInt(i -> i).sum();
    Map<String, Integer> expected = known.getOrDefault(invocation, Map.of());
    if (!hasCounted.add(invocation)) {
      history.violation(Rule.COUNTED_BY_ONE_CALL, invocation + " made another");
    }
    if (!counts.equals(expected)) {
      history.violation(
          Rule.COUNTED_IS_RECORDED,
          invocation + " recorded " + expected + " and counted " + counts);
    }
  }

  @Override
  public void ended(Invocation invocation) {
    boolean mustHaveCounted =
        invocation.end() == End.ANSWERED
            && !known.getOrDefault(invocation, Map.of()).isEmpty()
            && !invocation.troubled();
    if (mustHaveCounted && !hasCounted.contains(invocation)) {
      history.violation(Rule.RECORDED_IS_COUNTED, invocation + " counted nothing");
    }
  }

  private static Map<String, Integer> counts(PutMetricDataRequest request) {
    Map<String, Integer> counts = new TreeMap<>();
    for (MetricDatum datum : request.metricData()) {
      if (METRICS.containsValue(datum.metricName())) {
        int count = datum.counts().stream().mapToInt(Double::intValue).sum();
        counts.merge(datum.metricName(), count, Integer::sum);
      }
    }
    return counts;
  }
}
