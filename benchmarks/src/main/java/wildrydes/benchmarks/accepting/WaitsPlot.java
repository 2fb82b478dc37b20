package wildrydes.benchmarks.accepting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Percentile curves: how long the slowest one in two, ten, a hundred riders wait. */
final class WaitsPlot {

  /** Beyond that, a point would be a handful of riders. */
  private static final int FEWEST_BEHIND = 10;

  private static final double STEP = Math.pow(10, 0.05);

  private final XYChart chart =
      new XYChartBuilder()
          .width(800)
          .height(420)
          .title("From POST to its answer")
          .xAxisTitle("one rider in so many waits longer (10: p90, 100: p99)")
          .yAxisTitle("milliseconds")
          .build();

  WaitsPlot() {
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
  }

  WaitsPlot curve(String name, Histogram waits) {
    List<Double> oneIn = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    double end = (double) waits.getTotalCount() / FEWEST_BEHIND;
    for (double n = 1; n <= end; n *= STEP) {
      oneIn.add(n);
      millis.add(Waits.millis(waits, 100 * (1 - 1 / n)));
    }
    chart.addSeries(name, oneIn, millis).setMarker(SeriesMarkers.NONE);
    return this;
  }

  byte[] svg() throws IOException {
    var svg = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    return svg.toByteArray();
  }
}
