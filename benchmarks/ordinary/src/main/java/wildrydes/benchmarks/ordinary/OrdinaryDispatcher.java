package wildrydes.benchmarks.ordinary;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import wildrydes.dispatcher.aws.Dispatcher;

/** The dispatcher. */
public final class OrdinaryDispatcher implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final Dispatcher dispatcher = new Dispatcher(System.getenv(), SdkDefaults.surroundings());

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return dispatcher.handleRequest(event, context);
  }
}
