package wildrydes.benchmarks.accepting;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.template.HttpApi;
import wildrydes.emulators.template.ServerlessFunction.Route;
import wildrydes.local.http.HttpFront;
import wildrydes.local.http.RouteTable;
import wildrydes.local.lambda.LambdaFunction;
import wildrydes.local.metrics.ApiMetrics;

/** A function behind a front of its own, where riders reach it. */
record Served(HttpFront front) implements AutoCloseable {

  static Served behindFront(HttpApi api, LambdaFunction function) throws IOException {
    var routes = new RouteTable();
    routes.add(new Route("POST", "/ride", List.of()), function);
    var metrics = new ApiMetrics(new MetricStore(InstantSource.system()), api.id());
    return new Served(HttpFront.start(0, api, routes, metrics, Map.of()));
  }

  URI rides() {
    return front.endpoint().resolve("/ride");
  }

  @Override
  public void close() {
    front.close();
  }
}
