package wildrydes.emulators.cloudwatch;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import wildrydes.emulators.LoopbackServer;
import wildrydes.emulators.cloudwatch.alarms.AlarmTimer;
import wildrydes.emulators.cloudwatch.alarms.Alarms;
import wildrydes.emulators.cloudwatch.alarms.operations.DeleteAlarms;
import wildrydes.emulators.cloudwatch.alarms.operations.DescribeAlarmHistory;
import wildrydes.emulators.cloudwatch.alarms.operations.DescribeAlarms;
import wildrydes.emulators.cloudwatch.alarms.operations.DescribeAlarmsForMetric;
import wildrydes.emulators.cloudwatch.alarms.operations.PutMetricAlarm;
import wildrydes.emulators.cloudwatch.alarms.operations.SetAlarmState;
import wildrydes.emulators.cloudwatch.alarms.operations.SwitchAlarmActions;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operations;
import wildrydes.emulators.cloudwatch.dashboards.Dashboards;
import wildrydes.emulators.cloudwatch.dashboards.DeleteDashboards;
import wildrydes.emulators.cloudwatch.dashboards.GetDashboard;
import wildrydes.emulators.cloudwatch.dashboards.ListDashboards;
import wildrydes.emulators.cloudwatch.dashboards.PutDashboard;
import wildrydes.emulators.cloudwatch.http.HttpFront;
import wildrydes.emulators.cloudwatch.judging.StateValue;
import wildrydes.emulators.cloudwatch.metrics.GetMetricData;
import wildrydes.emulators.cloudwatch.metrics.GetMetricStatistics;
import wildrydes.emulators.cloudwatch.metrics.ListMetrics;
import wildrydes.emulators.cloudwatch.metrics.PutMetricData;
import wildrydes.emulators.cloudwatch.store.MetricStore;

/**
 * CloudWatch on 127.0.0.1, in memory: all of it is gone once it is closed. Credentials and regions
 * are not looked at, so all callers share one account.
 */
public final class CloudWatchEmulator implements AutoCloseable {

  private static final Duration JUDGED_EVERY = Duration.ofSeconds(2);

  private final MetricStore metrics;
  private final Alarms alarms;
  private final Operations operations;
  private final HttpServer server;
  private final ExecutorService callers;
  private final AlarmTimer timer;

  private CloudWatchEmulator(
      MetricStore metrics,
      Alarms alarms,
      Operations operations,
      HttpServer server,
      ExecutorService callers,
      AlarmTimer timer) {
    this.metrics = metrics;
    this.alarms = alarms;
    this.operations = operations;
    this.server = server;
    this.callers = callers;
    this.timer = timer;
  }

  /**
   * Listens once it returns.
   *
   * @param port 0 takes any free one
   * @throws java.net.BindException when the port is taken
   */
  public static CloudWatchEmulator start(int port, InstantSource clock) throws IOException {
    return start(port, clock, JUDGED_EVERY);
  }

  /** The same, with its alarms judged as often as a test wants. */
  static CloudWatchEmulator start(int port, InstantSource clock, Duration judgedEvery)
      throws IOException {
    var server = LoopbackServer.bind(port);
    var metrics = new MetricStore(clock);
    var callers = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(callers);
    var alarms = new Alarms(clock);
    var operations = operations(metrics, alarms, new Dashboards(clock), clock);
    server.createContext("/", new HttpFront(operations));
    server.start();
    var timer = new AlarmTimer(alarms, judgedEvery);
    return new CloudWatchEmulator(metrics, alarms, operations, server, callers, timer);
  }

  private static Operations operations(
      MetricStore metrics, Alarms alarms, Dashboards dashboards, InstantSource clock) {
    return new Operations(
        Map.ofEntries(
            entry("PutMetricData", new PutMetricData(metrics, clock)),
            entry("ListMetrics", new ListMetrics(metrics, clock)),
            entry("GetMetricStatistics", new GetMetricStatistics(metrics)),
            entry("GetMetricData", new GetMetricData(metrics, clock)),
            entry("PutMetricAlarm", new PutMetricAlarm(alarms, metrics)),
            entry("DescribeAlarms", new DescribeAlarms(alarms)),
            entry("DescribeAlarmsForMetric", new DescribeAlarmsForMetric(alarms)),
            entry("DescribeAlarmHistory", new DescribeAlarmHistory(alarms)),
            entry("DeleteAlarms", new DeleteAlarms(alarms)),
            entry("SetAlarmState", new SetAlarmState(alarms)),
            entry("EnableAlarmActions", new SwitchAlarmActions(alarms, true)),
            entry("DisableAlarmActions", new SwitchAlarmActions(alarms, false)),
            entry("PutDashboard", new PutDashboard(dashboards)),
            entry("GetDashboard", new GetDashboard(dashboards)),
            entry("ListDashboards", new ListDashboards(dashboards)),
            entry("DeleteDashboards", new DeleteDashboards(dashboards))));
  }

  /** {@code http://127.0.0.1:PORT}, without a trailing slash. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public MetricStore metrics() {
    return metrics;
  }

  /** The same API for a page that is served elsewhere: only what changes nothing. */
  public HttpHandler reader() {
    return new HttpFront(operations.thatOnlyRead());
  }

  /** The names of all that it can do. */
  Set<String> operations() {
    return operations.byName().keySet();
  }

  boolean saysAlarm(String name) {
    return alarms.find(name).filter(each -> each.state().value() == StateValue.ALARM).isPresent();
  }

  /** Judges every alarm now, besides the regular times. */
  void judgeAlarms() {
    alarms.all().forEach(alarms::judge);
  }

  /**
   * Does what CloudFormation does for a resource of type {@code AWS::CloudWatch::Alarm} or {@code
   * AWS::CloudWatch::Dashboard}: its properties are the parameters of an operation.
   *
   * @param properties without intrinsic functions; numbers may be texts
   * @throws IllegalArgumentException when the operation refuses them; the message says why
   */
  public void declare(String type, ObjectNode properties) {
    try {
      new DeclaredResource(type, properties).putBy(operations);
    } catch (ApiError refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  @Override
  public void close() {
    timer.close();
    server.stop(0);
    callers.shutdownNow();
  }
}
