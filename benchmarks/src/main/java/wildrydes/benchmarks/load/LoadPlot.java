package wildrydes.benchmarks.load;

import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import wildrydes.benchmarks.report.Plots;

/** How long rides take, by load. */
final class LoadPlot {

  private LoadPlot() {}

  /** A dot for each step and percentile. */
  static XYChart of(List<Step> steps) {
    List<Step> sorted =
        steps.stream().sorted(Comparator.comparingDouble(Step::ridesPerSecond)).toList();
    XYChart chart = Plots.ofCurves("From POST to ASSIGNED", "rides offered a second", "ms");
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setYAxisLogarithmic(true).setXAxisMin(0.0).setMarkerSize(6);
    List<Double> rates = sorted.stream().map(Step::ridesPerSecond).toList();
    for (double percentile : new double[] {50, 99}) {
      chart.addSeries(
          "p%.0f".formatted(percentile),
          rates,
          sorted.stream().map(step -> step.assignedMillis(percentile)).toList());
    }
    return chart;
  }
}
