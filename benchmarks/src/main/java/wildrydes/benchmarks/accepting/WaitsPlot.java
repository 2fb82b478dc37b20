package wildrydes.benchmarks.accepting;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import wildrydes.benchmarks.report.Plots;

/** Percentile curves: how long the slowest one in two, ten, a hundred riders wait. */
final class WaitsPlot {

  /** Beyond that, a point would be a handful of riders. */
  private static final int FEWEST_BEHIND = 10;

  static final Color BLUE = new Color(0x1F5FBF);
  static final Color ORANGE = new Color(0xD9731A);

  private static final double STEP = Math.pow(10, 0.05);

  private final XYChart chart =
      Plots.ofCurves(
          "From POST to its answer",
          "one rider in so many waits longer (10: p90, 100: p99)",
          "milliseconds");

  WaitsPlot() {
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
  }

  WaitsPlot curve(String name, Color color, boolean dashed, Histogram waits) {
    List<Double> oneIn = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    double end = (double) waits.getTotalCount() / FEWEST_BEHIND;
    for (double n = 1; n <= end; n *= STEP) {
      oneIn.add(n);
      millis.add(Waits.millis(waits, 100 * (1 - 1 / n)));
    }
    chart
        .addSeries(name, oneIn, millis)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(color)
        .setLineStyle(dashed ? SeriesLines.DASH_DASH : SeriesLines.SOLID);
    return this;
  }

  XYChart chart() {
    return chart;
  }
}
