package wildrydes.benchmarks.accepting;

import static wildrydes.benchmarks.accepting.WaitsPlot.BLUE;
import static wildrydes.benchmarks.accepting.WaitsPlot.ORANGE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Target;

/**
 * What was measured, in words.
 *
 * @param seconds of a round at {@code perSecond}
 * @param stored rides in each table in the end
 * @param node its version
 */
record AcceptingReport(
    Waits warming,
    Waits closed,
    Waits open,
    CallTimes calls,
    int perSecond,
    int seconds,
    long stored,
    String node) {

  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0);

  Section section() throws IOException {
    return new Section("How soon a ride is accepted")
        .say(
            """
            From a `POST /ride` to its answer: the product's `202`, by when the ride is stored and durably queued, beside
            the `201` of the seed's synchronous function, which stores a ride and queues nothing. The seed is re-created
            from its contract for Node.js %s with the AWS SDK for JavaScript v3."""
                .formatted(node))
        .say(
            """
            Both are processes of their own that ask the same Runtime API for one event at a time: the product's packed jar
            under AWS's runtime interface client with the JVM options of SnapStart, the seed under a small client of ours, as
            AWS's would have to be compiled. Before both is the local run's HTTP front, behind both one DynamoDB Local in
            memory, with a table each, and ElasticMQ; these and the riders share one JVM. Both write one log line a ride.
            Nobody limits a process to the share of a core that its memory would buy on Lambda.""")
        .say(
            """
            Warm: before, the emulators were called from the benchmark's own JVM, and %s rides each were accepted one after
            another and %d at a rate. Then the ways take turns: product, seed, product again, seed again, and a function
            that does nothing, which is what the way there and back takes.
            *One after another*: %d rounds of %s rides each way. *At a rate*: %d rounds of %d rides a second over %d
            seconds at even intervals, each timed from when it was due. Milliseconds, medians of rounds and
            [least..most]; ratios are of neighbours in one round."""
                .formatted(
                    Figures.of(warming.roundsOf(Way.PRODUCT) * AcceptingBenchmark.RIDES),
                    2 * perSecond * seconds,
                    closed.roundsOf(Way.PRODUCT),
                    Figures.of(AcceptingBenchmark.RIDES),
                    open.roundsOf(Way.PRODUCT),
                    perSecond,
                    seconds))
        .table(head("one after another"), rows(closed))
        .table(head(perSecond + " a second"), rows(open))
        .plot(
            "accepting.svg",
            "Percentile curves of the wait for an answer, product and seed",
            new WaitsPlot()
                .curve(
                    "product, one after another",
                    BLUE,
                    false,
                    closed.together(Way.PRODUCT, Way.PRODUCT_AGAIN))
                .curve(
                    "seed, one after another",
                    ORANGE,
                    false,
                    closed.together(Way.SEED, Way.SEED_AGAIN))
                .curve(
                    "product, at a rate", BLUE, true, open.together(Way.PRODUCT, Way.PRODUCT_AGAIN))
                .curve("seed, at a rate", ORANGE, true, open.together(Way.SEED, Way.SEED_AGAIN))
                .chart())
        .say("How many rides it takes to get warm, p50 of each thousand:")
        .table(List.of("rides before", "product", "seed"), warmingRows())
        .say(
            "What the calls behind them take of the emulators, by the product's clients in the benchmark's"
                + " own JVM:")
        .table(List.of("", "p50", "p90", "p99"), callRows())
        .say(
            """
            After all, either table had the same %d rides, and after each round the queue as many messages as the product
            had accepted rides. On AWS, calls take other times, and one more of them weighs more there than an emulator's on
            the same machine; what is measured here is the functions' own work and the number of calls, not how soon
            AWS answers."""
                .formatted(stored))
        .target(target("p50 beside the seed, one after another", closed, 50, 1.2))
        .target(target("p99 beside the seed, one after another", closed, 99, 1))
        .target(target("p50 beside the seed, at a rate", open, 50, 1.2))
        .target(target("p99 beside the seed, at a rate", open, 99, 1));
  }

  private static Target target(String what, Waits waits, double percentile, double bound) {
    return Target.atMost(what, waits.productBesideSeed(percentile).median(), bound);
  }

  private static List<String> head(String loop) {
    return List.of(loop, "p50", "p90", "p99");
  }

  private static List<List<String>> rows(Waits waits) {
    List<List<String>> rows = new ArrayList<>();
    for (Way way : Way.values()) {
      rows.add(row(way.words(), PERCENTILES.stream().map(p -> waits.millis(way, p).text())));
    }
    rows.add(
        row(
            "product beside seed",
            PERCENTILES.stream().map(p -> waits.productBesideSeed(p).text())));
    rows.add(noise("product again beside product", waits, Way.PRODUCT_AGAIN, Way.PRODUCT));
    rows.add(noise("seed again beside seed", waits, Way.SEED_AGAIN, Way.SEED));
    return rows;
  }

  private static List<String> noise(String name, Waits waits, Way again, Way first) {
    return row(name, PERCENTILES.stream().map(p -> waits.ratio(again, first, p).text()));
  }

  /** The first thousand, the second, the fourth, ... */
  private List<List<String>> warmingRows() {
    List<List<String>> rows = new ArrayList<>();
    for (int round = 1; round <= warming.roundsOf(Way.PRODUCT); round *= 2) {
      int index = round - 1;
      rows.add(
          row(
              Figures.of(index * AcceptingBenchmark.RIDES),
              Way.TO_WARM.stream().map(way -> Figures.of(warming.millis(way, index, 50)))));
    }
    return rows;
  }

  private List<List<String>> callRows() {
    return calls.calls().entrySet().stream()
        .map(
            call ->
                row(
                    call.getKey(),
                    PERCENTILES.stream().map(p -> Figures.of(Waits.millis(call.getValue(), p)))))
        .toList();
  }

  private static List<String> row(String name, Stream<String> figures) {
    List<String> row = new ArrayList<>(List.of(name));
    figures.forEach(row::add);
    return row;
  }
}
