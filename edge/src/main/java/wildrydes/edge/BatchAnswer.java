package wildrydes.edge;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.List;

/** Tells Lambda which deliveries of a batch SQS must keep; it deletes all others. */
public final class BatchAnswer {

  private BatchAnswer() {}

  public static SQSBatchResponse failing(List<Delivery> failures) {
    return new SQSBatchResponse(
        failures.stream().map(delivery -> new BatchItemFailure(delivery.messageId())).toList());
  }
}
