package wildrydes.benchmarks.coldstart;

import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import wildrydes.benchmarks.coldstart.FunctionStarts.Way;
import wildrydes.benchmarks.report.Plots;

/** Bars: how long until the first answer. */
final class ColdStartPlot {

  private ColdStartPlot() {}

  static CategoryChart of(ColdStartReport report) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Plots.WIDTH)
            .height(Plots.HEIGHT)
            .title("Until the first answer")
            .yAxisTitle("milliseconds")
            .build();
    var names = report.functions().stream().map(FunctionStarts::name).toList();
    chart.addSeries("ordinary", names, untilFirstAnswer(report, Way.ORDINARY));
    chart.addSeries("product", names, untilFirstAnswer(report, Way.PRODUCT));
    chart.addSeries("ordinary, restored", names, restored(report, Way.RESTORED_ORDINARY));
    chart.addSeries("product, restored", names, restored(report, Way.RESTORED));
    return chart;
  }

  private static List<Double> untilFirstAnswer(ColdStartReport report, Way way) {
    return report.functions().stream()
        .map(function -> function.starts(way).of(Start::untilFirstAnswer).median())
        .toList();
  }

  private static List<Double> restored(ColdStartReport report, Way way) {
    return report.functions().stream()
        .map(function -> function.starts(way).of(Start::first).median())
        .toList();
  }
}
