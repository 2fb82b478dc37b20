package wildrydes.benchmarks.throughput;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** Takes any metric. */
record SlowCloudWatch(CallTime time) implements CloudWatchClient {

  @Override
  public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
    time.pass();
    return PutMetricDataResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "CloudWatch";
  }

  @Override
  public void close() {}
}
