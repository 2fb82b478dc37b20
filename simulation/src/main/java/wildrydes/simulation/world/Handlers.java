package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import wildrydes.dispatcher.aws.Dispatcher;
import wildrydes.recorder.aws.Recorder;
import wildrydes.requestapi.aws.RequestApi;
import wildrydes.simulation.faults.Plug;

/**
 * The product's handlers, built by the constructor that takes their surroundings. The API and the
 * dispatcher remember rides and areas, so each machine gets new ones; the recorder remembers
 * nothing and is lent to one machine after another.
 */
public final class Handlers {

  /** A handler and the plug that connects it. */
  public record Handler<E, A>(Plug plug, RequestHandler<E, A> code) {}

  private final Flaw flaw;
  private final Queue<Handler<SQSEvent, SQSBatchResponse>> recorders =
      new ConcurrentLinkedQueue<>();

  /**
   * Builds handlers when they are first needed.
   *
   * @param flaw what is wrong with them; {@link Flaw#NONE} for the product as it is
   */
  public Handlers(Flaw flaw) {
    this.flaw = flaw;
  }

  Handler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> requestApi() {
    var plug = new Plug("RequestApi");
    var around = flaw.around("RequestApi", plug.surroundings());
    var environment = Deployment.function("RequestApi").environment();
    return new Handler<>(plug, flaw.ofRequestApi(new RequestApi(environment, around)));
  }

  Handler<SQSEvent, SQSBatchResponse> consumer(String function) {
    return switch (function) {
      case "Dispatcher" -> built(function, this::dispatcher);
      case "Recorder" -> {
        var idle = recorders.poll();
        yield idle != null ? idle : built(function, this::recorder);
      }
      default -> throw new IllegalArgumentException(function + " works no queue");
    };
  }

  void giveBack(String function, Handler<SQSEvent, SQSBatchResponse> consumer) {
    if (function.equals("Recorder")) {
      recorders.add(consumer);
    }
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> dispatcher(Plug plug) {
    var around = flaw.around("Dispatcher", plug.surroundings());
    var environment = Deployment.function("Dispatcher").environment();
    return flaw.ofConsumer("Dispatcher", new Dispatcher(environment, around), around);
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> recorder(Plug plug) {
    var around = flaw.around("Recorder", plug.surroundings());
    var environment = Deployment.function("Recorder").environment();
    var cloudWatch = flaw.around(plug.cloudWatch(), around);
    return flaw.ofConsumer("Recorder", new Recorder(environment, around, cloudWatch), around);
  }

  private static <E, A> Handler<E, A> built(
      String function, Function<Plug, RequestHandler<E, A>> build) {
    var plug = new Plug(function);
    return new Handler<>(plug, build.apply(plug));
  }
}
