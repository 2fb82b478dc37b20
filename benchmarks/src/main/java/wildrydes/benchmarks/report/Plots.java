package wildrydes.benchmarks.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How the drawings of all benchmarks look. */
public final class Plots {

  public static final int WIDTH = 800;
  public static final int HEIGHT = 420;

  /** Beyond that many, the legend would be wider than the drawing. */
  private static final int MOST_IN_A_ROW = 4;

  private Plots() {}

  /** Curves or dots, to which series are to be added. */
  public static XYChart ofCurves(String title, String across, String upward) {
    return new XYChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(title)
        .xAxisTitle(across)
        .yAxisTitle(upward)
        .build();
  }

  static byte[] svg(Chart<?, ?> chart) {
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setLegendBorderColor(Color.WHITE);
    if (chart.getSeriesMap().size() <= MOST_IN_A_ROW) {
      chart
          .getStyler()
          .setLegendLayout(LegendLayout.Horizontal)
          .setLegendPosition(LegendPosition.OutsideS);
    }
    var svg = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return svg.toByteArray();
  }
}
