package wildrydes.benchmarks.cost;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import wildrydes.dispatcher.aws.Dispatcher;
import wildrydes.edge.SdkClients;
import wildrydes.recorder.aws.Recorder;
import wildrydes.requestapi.aws.RequestApi;

/**
 * The three functions of a pipeline, and what of their bill no emulator tells.
 *
 * @param platformBytes what Lambda itself logs on each invocation
 * @param gatewayBytes what the gateway logs on each request
 * @param steps how many calls follow on each other: {@link Steps}
 */
record Functions(
    RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> api,
    RequestHandler<SQSEvent, SQSBatchResponse> dispatcher,
    RequestHandler<SQSEvent, SQSBatchResponse> recorder,
    int platformBytes,
    int gatewayBytes,
    Steps steps) {

  /**
   * How many calls to AWS follow on each other in one invocation, whatever the size of its batch:
   * rides of one batch are worked side by side.
   */
  record Steps(int accept, int show, int dispatch, int record) {}

  /** The product's own. */
  static Functions product(MeteredAws aws) {
    var api = aws.environment("RequestApiFunction");
    var dispatcher = aws.environment("DispatcherFunction");
    var recorder = aws.environment("RecorderFunction");
    var recorderClients = new SdkClients(recorder);
    return new Functions(
        new RequestApi(api, aws.surroundings(new SdkClients(api))),
        new Dispatcher(dispatcher, aws.surroundings(new SdkClients(dispatcher))),
        new Recorder(recorder, aws.surroundings(recorderClients), aws.metrics(recorderClients)),
        LoggedByAws.platformBytes(),
        LoggedByAws.gatewayBytes(),
        // The look-up, two rounds of reading, the claim and the send.
        new Steps(2, 1, 5, 2));
  }
}
