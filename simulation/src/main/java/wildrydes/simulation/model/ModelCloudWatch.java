package wildrydes.simulation.model;

import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/**
 * CloudWatch as far as it takes metrics: it refuses what CloudWatch refuses and tells of the rest.
 */
public final class ModelCloudWatch implements CloudWatchClient {

  private static final int MAX_DATUMS = 1000;
  private static final int MAX_VALUES = 150;

  private final Consumer<PutMetricDataRequest> listener;

  /**
   * @param listener told of each accepted request
   */
  public ModelCloudWatch(Consumer<PutMetricDataRequest> listener) {
    this.listener = listener;
  }

  @Override
  public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
    String namespace = request.namespace();
    if (namespace == null || namespace.isBlank()) {
      throw invalid("MissingParameter", "The parameter Namespace is required.");
    }
    if (namespace.startsWith("AWS/")) {
      throw invalid("InvalidParameterValue", "The namespace AWS/ is reserved.");
    }
    if (request.metricData().size() > MAX_DATUMS) {
      throw invalid(
          "InvalidParameterValue", "The collection MetricData must not have more than 1000 items.");
    }
    request.metricData().forEach(ModelCloudWatch::check);
    listener.accept(request);
    return PutMetricDataResponse.builder().build();
  }

  private static void check(MetricDatum datum) {
    if (datum.metricName() == null || datum.metricName().isBlank()) {
      throw invalid("MissingParameter", "The parameter MetricName is required.");
    }
    int given =
        (datum.value() == null ? 0 : 1)
            + (datum.hasValues() ? 1 : 0)
            + (datum.statisticValues() == null ? 0 : 1);
    if (given != 1) {
      throw invalid(
          "InvalidParameterCombination",
          "Exactly one of Value, Values and StatisticValues must be given.");
    }
    if (datum.value() != null) {
      checkNumber(datum.value());
    }
    if (datum.values().size() > MAX_VALUES) {
      throw invalid("InvalidParameterValue", "Values must not have more than 150 items.");
    }
    if (datum.hasCounts() && datum.counts().size() != datum.values().size()) {
      throw invalid("InvalidParameterValue", "Values and Counts must be of the same length.");
    }
    datum.values().forEach(ModelCloudWatch::checkNumber);
    datum.counts().forEach(ModelCloudWatch::checkNumber);
  }

  private static void checkNumber(double number) {
    if (!Double.isFinite(number)) {
      throw invalid("InvalidParameterValue", "NaN and infinity are no values.");
    }
  }

  private static CloudWatchException invalid(String code, String message) {
    return (CloudWatchException)
        CloudWatchException.builder()
            .message(message)
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .serviceName("CloudWatch")
                    .errorCode(code)
                    .errorMessage(message)
                    .build())
            .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
