package wildrydes.benchmarks.coldstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendPosition;
import wildrydes.benchmarks.coldstart.FunctionStarts.Way;

/** Bars: how long until the first answer. */
final class ColdStartPlot {

  private ColdStartPlot() {}

  static byte[] svg(ColdStartReport report) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(800)
            .height(400)
            .title("Until the first answer")
            .yAxisTitle("milliseconds")
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    var names = report.functions().stream().map(FunctionStarts::name).toList();
    chart.addSeries("ordinary", names, untilFirstAnswer(report, Way.ORDINARY));
    chart.addSeries("product", names, untilFirstAnswer(report, Way.PRODUCT));
    chart.addSeries("ordinary, restored", names, restored(report, Way.RESTORED_ORDINARY));
    chart.addSeries("product, restored", names, restored(report, Way.RESTORED));
    var svg = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    return svg.toByteArray();
  }

  private static List<Double> untilFirstAnswer(ColdStartReport report, Way way) {
    return report.functions().stream()
        .map(function -> function.starts(way).median(Start::untilFirstAnswer))
        .toList();
  }

  private static List<Double> restored(ColdStartReport report, Way way) {
    return report.functions().stream()
        .map(function -> function.starts(way).median(Start::first))
        .toList();
  }
}
