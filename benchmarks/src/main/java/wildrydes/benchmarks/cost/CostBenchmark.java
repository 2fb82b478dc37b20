package wildrydes.benchmarks.cost;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Target;

/** What a million rides cost, beside a pipeline that is built as samples are. */
public final class CostBenchmark implements Benchmark {

  private static final String PRODUCT = "product";
  private static final String SINGLE = "product, batches of 1";
  private static final String NAIVE = "naive";
  private static final String TERSE = "naive, events not logged";
  private static final double MILLION = 1e6;

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public String question() {
    return "What AWS bills for a million rides, beside a naive pipeline";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws IOException {
    int rides = effort.choose(200, 1000);
    Map<String, Usage> runs = new LinkedHashMap<>();
    long seed = 1;
    try (var aws = MeteredAws.start(RandomGeneratorFactory.of("L64X128MixRandom").create(seed))) {
      progress.stage("counting what rides use", 4);
      var product = new RideRun(aws, Functions.product(aws));
      runs.put(PRODUCT, product.perRide(rides, 10));
      progress.step();
      runs.put(SINGLE, product.perRide(rides, 1));
      progress.step();
      runs.put(NAIVE, new RideRun(aws, NaivePipeline.functions(aws, true)).perRide(rides, 1));
      progress.step();
      runs.put(TERSE, new RideRun(aws, NaivePipeline.functions(aws, false)).perRide(rides, 1));
      progress.step();
    }
    return section(runs, PriceTable.ofRepository(), rides);
  }

  private static Section section(Map<String, Usage> runs, PriceTable prices, int rides) {
    var product = find(runs, PRODUCT);
    var single = find(runs, SINGLE);
    var naive = find(runs, NAIVE);
    var terse = find(runs, TERSE);
    var section =
        new Section("What a million rides cost")
            .say(
                """
                %s rides were taken through the real handlers on DynamoDB Local and ElasticMQ: accepted, looked at
                three times, dispatched, assigned and recorded, with full batches of ten and with batches of one. The *naive*
                pipeline does the same as samples do: one message an invocation, the claim and the ride in one
                transaction, a counter item, one `PutMetricData` a ride, one send at a time, and each event
                logged whole; the last column is the same without the events in its log. An interceptor in the
                SDK counted calls and, as DynamoDB itself reported them, units; log lines were
                laid out by the functions' own configuration. Per ride:"""
                    .formatted(Figures.of(rides)))
            .table(head("per ride", runs), calls(runs))
            .say("What of that is billed, per ride:")
            .table(head("per ride", runs), quantities(runs))
            .say(
                "Dollars per million rides (%s; `prices.csv` names each page):"
                    .formatted(prices.date()))
            .table(head("dollars per million rides", runs), dollars(runs, prices))
            .say(
                """
                The product costs %s of the naive pipeline, and %s of the one that does not log its events; in batches of one,
                that is while there are few riders, %s. What there is to pay whether anybody rides or not:"""
                    .formatted(
                        Figures.of(prices.of(product) / prices.of(naive)),
                        Figures.of(prices.of(product) / prices.of(terse)),
                        Figures.of(prices.of(single) / prices.of(naive))))
            .table(List.of("by the month", "dollars"), MonthlyCosts.of(prices).rows())
            .say("Which parameter moves which cost:")
            .table(
                List.of("parameter", "moves", "dollars per million rides"),
                new Levers(prices, product, single).rows());
    return assumptions(section)
        .target(
            Target.atMost(
                "Write units a ride, batches of ten", product.of(Quantity.WRITE_UNITS), 3))
        .target(
            Target.atMost(
                "`PutMetricData` calls a ride, batches of ten",
                product.of(Quantity.METRIC_CALLS),
                0.11))
        .target(
            Target.atMost(
                "Dollars, beside the naive pipeline", prices.of(product) / prices.of(naive), 0.40));
  }

  private static Section assumptions(Section section) {
    return section.say(
        """
        Calls, units, messages and log bytes are counted. Assumed, for both alike: a call to AWS takes %s ms, an invocation %s ms
        of its own and %s ms for each message of a batch, with 1,024 MB of memory; X-Ray records 5 %% of the invocations; the lines that
        AWS itself logs have their usual length. Not in it: cold starts and SnapStart's cache, data that leaves AWS, Cognito,
        free tiers, rides that find nobody free and come again, and clients that poll more or less than three times."""
            .formatted(
                Figures.of(RideRun.CALL_MILLIS),
                Figures.of(RideRun.OWN_MILLIS),
                Figures.of(RideRun.MESSAGE_MILLIS)));
  }

  private static List<String> head(String first, Map<String, Usage> runs) {
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(runs.keySet());
    return head;
  }

  private static List<List<String>> calls(Map<String, Usage> runs) {
    var operations = new TreeSet<String>();
    runs.values().forEach(usage -> operations.addAll(usage.calls().keySet()));
    return operations.stream()
        .map(
            operation ->
                row("`" + operation + "`", runs.values().stream().map(u -> u.calls(operation))))
        .toList();
  }

  private static List<List<String>> quantities(Map<String, Usage> runs) {
    List<List<String>> rows = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      boolean isLog = quantity == Quantity.LOG_GIGABYTES;
      rows.add(
          row(
              isLog ? "log lines, bytes" : quantity.words(),
              runs.values().stream()
                  .map(u -> isLog ? Math.rint(u.of(quantity) * 1e9) : u.of(quantity))));
    }
    return rows;
  }

  private static List<List<String>> dollars(Map<String, Usage> runs, PriceTable prices) {
    List<List<String>> rows = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      rows.add(
          row(quantity.words(), runs.values().stream().map(u -> prices.of(quantity, u) * MILLION)));
    }
    rows.add(row("**all**", runs.values().stream().map(u -> prices.of(u) * MILLION)));
    return rows;
  }

  private static List<String> row(String first, Stream<Double> figures) {
    List<String> cells = new ArrayList<>(List.of(first));
    figures.map(Figures::of).forEach(cells::add);
    return cells;
  }

  private static Usage find(Map<String, Usage> runs, String name) {
    return requireNonNull(runs.get(name));
  }
}
