package wildrydes.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** How long rides take, by load. */
final class LoadPlot {

  private LoadPlot() {}

  /** An SVG with a dot for each step and percentile. */
  static byte[] of(List<Step> steps) throws IOException {
    List<Step> sorted =
        steps.stream().sorted(Comparator.comparingDouble(Step::ridesPerSecond)).toList();
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(380)
            .title("From POST to ASSIGNED")
            .xAxisTitle("rides offered a second")
            .yAxisTitle("ms")
            .build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setYAxisLogarithmic(true).setXAxisMin(0.0).setMarkerSize(6);
    List<Double> rates = sorted.stream().map(Step::ridesPerSecond).toList();
    for (double percentile : new double[] {50, 99}) {
      chart.addSeries(
          "p%.0f".formatted(percentile),
          rates,
          sorted.stream().map(step -> step.assignedMillis(percentile)).toList());
    }
    var svg = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    return svg.toByteArray();
  }
}
