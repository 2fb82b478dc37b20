package wildrydes.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import wildrydes.benchmarks.report.Figures;
import wildrydes.emulators.StackSettings;

/**
 * What a stack costs by the month, even idle: as many alarms and dashboards as the template
 * declares.
 */
record MonthlyCosts(double alarms, double dashboards, double metrics, double receives) {

  /** RidesAssigned, RidesUnassigned, RidesFailed, TimeToAssign, PickupDistance, Eta. */
  private static final int METRICS = 6;

  /** For each queue Lambda keeps five receives waiting, each for 20 seconds. */
  private static final double EMPTY_RECEIVES = 2 * 5 * 3.0 * 60 * 24 * 30;

  static MonthlyCosts of(PriceTable prices) {
    return new MonthlyCosts(
        declared("AWS::CloudWatch::Alarm") * prices.of("ALARM_MONTHS"),
        declared("AWS::CloudWatch::Dashboard") * prices.of("DASHBOARD_MONTHS"),
        METRICS * prices.of("METRIC_MONTHS"),
        EMPTY_RECEIVES * prices.of(Quantity.QUEUE_REQUESTS));
  }

  List<List<String>> rows() {
    return List.of(
        List.of("alarms", Figures.of(alarms)),
        List.of("dashboard", Figures.of(dashboards)),
        List.of("custom metrics, in a month in which somebody rides", Figures.of(metrics)),
        List.of("Lambda's empty receives from two queues", Figures.of(receives)),
        List.of("**all**", Figures.of(alarms + dashboards + metrics + receives)));
  }

  private static long declared(String type) {
    try (var lines = Files.lines(StackSettings.repositoryTemplate())) {
      return lines.filter(line -> line.strip().equals("Type: " + type)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
