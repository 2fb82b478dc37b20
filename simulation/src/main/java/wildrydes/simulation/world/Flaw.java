package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import wildrydes.edge.Surroundings;

/**
 * Something wrong with the functions, planted to see whether a run finds it: it comes between a
 * function and what is around it, or between the function and Lambda. Each of its handlers has a
 * flaw of its own, so a flaw may remember.
 */
public interface Flaw {

  /** The product as it is. */
  Flaw NONE = new Flaw() {};

  /** What the function finds around it. */
  default Surroundings around(String function, Surroundings around) {
    return around;
  }

  /** What the recorder finds in CloudWatch's place. */
  default CloudWatchClient around(CloudWatchClient cloudWatch, Surroundings around) {
    return cloudWatch;
  }

  /** The request API as Lambda finds it. */
  default RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> ofRequestApi(
      RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
    return handler;
  }

  /** The dispatcher or the recorder as Lambda finds it. */
  default RequestHandler<SQSEvent, SQSBatchResponse> ofConsumer(
      String function, RequestHandler<SQSEvent, SQSBatchResponse> handler, Surroundings around) {
    return handler;
  }
}
