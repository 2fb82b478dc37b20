package wildrydes.benchmarks.ordinary;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import wildrydes.recorder.aws.Recorder;

/** The recorder. */
public final class OrdinaryRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final Recorder recorder =
      new Recorder(System.getenv(), SdkDefaults.surroundings(), CloudWatchClient.create());

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return recorder.handleRequest(event, context);
  }
}
