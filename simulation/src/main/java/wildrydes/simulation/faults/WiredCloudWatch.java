package wildrydes.simulation.faults;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** CloudWatch as one machine reaches it. */
record WiredCloudWatch(Plug plug) implements CloudWatchClient {

  @Override
  public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
    return plug.socket()
        .wire()
        .call(
            plug,
            Call.Kind.PUT_METRIC_DATA,
            request,
            () -> cloudWatch().putMetricData(request),
            () -> cloudWatch().putMetricData(request));
  }

  private CloudWatchClient cloudWatch() {
    return plug.socket().cloudWatch();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
