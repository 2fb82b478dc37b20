package wildrydes.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Collectors;
import wildrydes.contract.Answered;
import wildrydes.contract.ApiContract;
import wildrydes.contract.Asked;

/** Holds what goes over the wire against docs/openapi.yaml, the gateway's own answers included. */
public final class DocumentedHttp {

  private static final ApiContract CONTRACT = new ApiContract();

  private DocumentedHttp() {}

  /** Fails unless the document allows, forbids and describes what happened. */
  public static void check(HttpRequest request, HttpResponse<String> response) {
    // Preflights are of the whole API; the document tells of them in words.
    if (!request.method().equals("OPTIONS")) {
      CONTRACT.check(
          new Asked(
              request.method(),
              request.uri().getRawPath(),
              headers(request.headers()),
              body(request)),
          new Answered(response.statusCode(), headers(response.headers()), response.body()));
    }
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    return headers.map().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
  }

  private static String body(HttpRequest request) {
    var text = BodySubscribers.ofString(UTF_8);
    request.bodyPublisher().ifPresent(body -> body.subscribe(new OneByOne(text)));
    return request.bodyPublisher().isEmpty() ? "" : text.getBody().toCompletableFuture().join();
  }

  /** A request's body comes buffer by buffer, an answer's in lists of them. */
  private record OneByOne(Subscriber<List<ByteBuffer>> lists) implements Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Subscription subscription) {
      lists.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      lists.onNext(List.of(buffer));
    }

    @Override
    public void onError(Throwable cause) {
      lists.onError(cause);
    }

    @Override
    public void onComplete() {
      lists.onComplete();
    }
  }
}
