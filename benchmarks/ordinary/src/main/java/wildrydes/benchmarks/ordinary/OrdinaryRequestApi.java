package wildrydes.benchmarks.ordinary;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import wildrydes.requestapi.aws.RequestApi;

/** The request API. */
public final class OrdinaryRequestApi
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

  private final RequestApi requestApi = new RequestApi(System.getenv(), SdkDefaults.surroundings());

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    return requestApi.handleRequest(event, context);
  }
}
