package wildrydes.edge;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Has the JDK's client send each request as a whole instead of streaming its body. Before it
 * streams a POST over a kept connection, the JDK listens for a millisecond whether the connection
 * still stands, for it could not send the body again: two thirds of what a call to a near service
 * takes. Who asks through this must be ready to ask again: a connection that the service has closed
 * meanwhile fails the call. The JDK keeps none that was idle for more than five seconds.
 */
record WholeRequests(SdkHttpClient client) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    // A known length is what makes the SDK's client stream. The JDK counts the bytes itself and
    // writes the same header, so a signature that covers it stays right.
    var whole = request.httpRequest().toBuilder().removeHeader("Content-Length").build();
    return client.prepareRequest(
        HttpExecuteRequest.builder()
            .request(whole)
            .contentStreamProvider(request.contentStreamProvider().orElse(null))
            .metricCollector(request.metricCollector().orElse(null))
            .build());
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
