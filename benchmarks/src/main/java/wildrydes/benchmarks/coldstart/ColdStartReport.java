package wildrydes.benchmarks.coldstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import wildrydes.benchmarks.coldstart.FunctionStarts.Way;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Spread;
import wildrydes.benchmarks.report.Target;

/**
 * What the starts come to, in words and figures.
 *
 * @param turns that the builds took on demand
 * @param rounds that they took from a snapshot
 */
record ColdStartReport(
    List<FunctionStarts> functions,
    Starts hello,
    Starts restoredHello,
    long helloBytes,
    int turns,
    int rounds,
    boolean bound) {

  Section section() throws IOException {
    var section =
        new Section("Cold start")
            .say(
                """
                Each packed function starts in a JVM of its own under AWS's runtime interface client 2.9.0, with the
                options of Lambda's managed runtime for Java (serial collector, heap of 85 %% of 1,024 MB, C1 alone
                unless there is a snapshot) and its code unpacked, as on Lambda. %s
                DynamoDB, SQS and CloudWatch are stubs over plain HTTP, which hundreds of events have warmed up. Beside it, in
                the same rounds: *the ordinary build*, which is the same source with the SDK's defaults and HTTP clients
                (Apache and netty), events mapped by Lambda, log4j as its manual shows it, packed whole, without a rehearsal;
                and *hello*, which does nothing.
                The builds take turns, %d on demand and %d from a snapshot. Milliseconds, medians and [least..most];
                ratios are of neighbours in one turn."""
                    .formatted(
                        bound
                            ? "The function has core 0, the benchmark core 1."
                            : "No taskset here: function and benchmark share the cores.",
                        turns,
                        rounds))
            .table(
                List.of(
                    "on demand",
                    "initialization",
                    "first event",
                    "both",
                    "second event",
                    "memory MB"),
                onDemand())
            .table(
                List.of("from a snapshot", "before it", "restore to first answer", "second event"),
                restored())
            .table(
                List.of(
                    "side by side",
                    "on demand beside ordinary",
                    "beside itself",
                    "restored beside ordinary",
                    "beside not rehearsed"),
                ratios())
            .table(List.of("what is loaded", "classes at the first answer", "jar bytes"), loaded());
    return targets(section)
        .plot(
            "cold-start.svg",
            "From the start of the process to the first answer, per function and build",
            ColdStartPlot.of(this))
        .say(
            """
            What cannot be concluded: how long a restore takes on AWS. There is no snapshot here: the process just goes
            on, with all its memory at hand, while Lambda brings pages in as they are touched, and each restored copy
            makes its first TLS connection to AWS. The figures compare what the function itself has to do. Classes of the
            runtime are in both columns, and an ordinary build of other source would differ elsewhere.""");
  }

  private List<List<String>> onDemand() {
    List<List<String>> rows = new ArrayList<>();
    for (var function : functions) {
      rows.add(row(function.name(), function.starts(Way.PRODUCT)));
      rows.add(row(function.name() + ", once more", function.starts(Way.PRODUCT_AGAIN)));
      rows.add(row(function.name() + ", ordinary", function.starts(Way.ORDINARY)));
    }
    rows.add(row("hello", hello));
    return rows;
  }

  private static List<String> row(String name, Starts starts) {
    return List.of(
        name,
        starts.of(Start::init).text(),
        starts.of(Start::first).text(),
        starts.of(Start::untilFirstAnswer).text(),
        starts.of(Start::second).text(),
        Figures.of(starts.of(s -> s.residentKb() / 1024.0).median()));
  }

  private List<List<String>> restored() {
    List<List<String>> rows = new ArrayList<>();
    for (var function : functions) {
      rows.add(restored(function.name(), function.starts(Way.RESTORED)));
      rows.add(
          restored(function.name() + ", not rehearsed", function.starts(Way.RESTORED_UNREHEARSED)));
      rows.add(restored(function.name() + ", ordinary", function.starts(Way.RESTORED_ORDINARY)));
    }
    rows.add(restored("hello", restoredHello));
    return rows;
  }

  private static List<String> restored(String name, Starts starts) {
    return List.of(
        name,
        starts.of(Start::init).text(),
        starts.of(Start::first).text(),
        starts.of(Start::second).text());
  }

  private List<List<String>> ratios() {
    return functions.stream()
        .map(
            function ->
                List.of(
                    function.name(),
                    beside(function, Way.ORDINARY).text(),
                    beside(function, Way.PRODUCT_AGAIN).text(),
                    restoredBeside(function, Way.RESTORED_ORDINARY).text(),
                    restoredBeside(function, Way.RESTORED_UNREHEARSED).text()))
        .toList();
  }

  private static Spread beside(FunctionStarts function, Way other) {
    return function.ratio(Way.PRODUCT, other, Start::untilFirstAnswer);
  }

  private static Spread restoredBeside(FunctionStarts function, Way other) {
    return function.ratio(Way.RESTORED, other, Start::first);
  }

  private List<List<String>> loaded() {
    List<List<String>> rows = new ArrayList<>();
    for (var function : functions) {
      for (Way way : List.of(Way.PRODUCT, Way.ORDINARY)) {
        rows.add(
            List.of(
                function.name() + (way == Way.ORDINARY ? ", ordinary" : ""),
                Figures.of((double) function.classes(way)),
                Figures.of((double) function.jarBytes(way))));
      }
    }
    rows.add(List.of("hello", "", Figures.of((double) helloBytes)));
    return rows;
  }

  private Section targets(Section section) {
    double noise = worst(f -> Math.abs(1 - beside(f, Way.PRODUCT_AGAIN).median()));
    return section
        .say(
            "The targets are for the worst of the functions. The noise, the product beside itself: "
                + Figures.of(100 * noise)
                + " %.")
        .target(
            Target.atMost(
                "initialization and first event, beside the ordinary build",
                worst(f -> beside(f, Way.ORDINARY).median()),
                0.7))
        .target(
            Target.atMost(
                "restore to first answer, beside the ordinary build",
                worst(f -> restoredBeside(f, Way.RESTORED_ORDINARY).median()),
                0.1))
        .target(
            Target.atMost(
                "restore to first answer, beside the same jar not rehearsed",
                worst(f -> restoredBeside(f, Way.RESTORED_UNREHEARSED).median()),
                0.1))
        .target(
            Target.atMost(
                "classes at the first answer, beside the ordinary build",
                worst(f -> (double) f.classes(Way.PRODUCT) / (double) f.classes(Way.ORDINARY)),
                0.75))
        .target(
            Target.atMost(
                "jar bytes, beside the ordinary build",
                worst(f -> (double) f.jarBytes(Way.PRODUCT) / (double) f.jarBytes(Way.ORDINARY)),
                0.6));
  }

  private double worst(ToDoubleFunction<FunctionStarts> figure) {
    return functions.stream().mapToDouble(figure).max().orElseThrow();
  }
}
