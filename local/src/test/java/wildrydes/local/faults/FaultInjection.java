package wildrydes.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Breaks the functions' calls to AWS, below the SDK's own retries: each attempt may fail for
 * itself, so that a retry meets what an earlier attempt has done. The SDK finds it on the class
 * path and asks it about every client of the JVM; it touches only calls of a {@link Campaign} that
 * is on, and of those only the ones whose client was built for an endpoint that functions alone are
 * told. Tests, pollers and emulators use other endpoints and never meet a fault.
 */
public final class FaultInjection implements ExecutionInterceptor {

  private static final ExecutionAttribute<FunctionCall> CALL =
      new ExecutionAttribute<>("FunctionCall");

  private static volatile @Nullable Campaign campaign;

  static void turnOn(Campaign begun) {
    campaign = begun;
  }

  static void turnOff() {
    campaign = null;
  }

  @Override
  @SuppressWarnings("deprecation") // The one place that tells the endpoint before a request exists.
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Campaign on = campaign;
    if (on != null && on.isAbout(attributes.getAttribute(SdkExecutionAttribute.CLIENT_ENDPOINT))) {
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      attributes.putAttribute(CALL, on.begin(context.request(), operation));
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    return call != null && call.plan().refusePart()
        ? PartialRefusal.holdBack(context.request(), call)
        : context.request();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    if (call == null) {
      return;
    }
    call.attempt();
    if (isFault(call, Fault.NOT_SENT)) {
      call.injected(Fault.NOT_SENT);
      throw SdkClientException.create("injected", new IOException("the request was not sent"));
    }
    if (isFault(call, Fault.DELAYED)) {
      call.injected(Fault.DELAYED);
      // Ends early where the SDK gives the attempt up, which interrupts it.
      LockSupport.parkNanos(call.plan().delay().toNanos());
    }
    call.leaves();
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    if (call == null) {
      return;
    }
    call.answered(context.httpResponse().isSuccessful());
    if (isFault(call, Fault.ANSWER_LOST)) {
      call.injected(Fault.ANSWER_LOST);
      // Else the connection would stay open until the garbage collector comes.
      context.responseBody().ifPresent(FaultInjection::drain);
      throw SdkClientException.create("injected", new IOException("the answer is lost"));
    }
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    return call == null
        ? context.httpResponse()
        : FalseAnswer.to(call)
            .map(answer -> answer.headOf(context.httpResponse()))
            .orElse(context.httpResponse());
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    Optional<FalseAnswer> answer = call == null ? Optional.empty() : FalseAnswer.to(call);
    if (call == null || answer.isEmpty()) {
      return context.responseBody();
    }
    call.fault().ifPresent(call::injected);
    context.responseBody().ifPresent(FaultInjection::drain);
    return Optional.of(answer.get().body());
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    return call != null && !call.refused().isEmpty()
        ? PartialRefusal.tell(context.response(), call)
        : context.response();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    if (call != null) {
      call.campaign().ended(call, Optional.empty());
    }
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    FunctionCall call = attributes.getAttribute(CALL);
    if (call != null) {
      call.campaign().ended(call, Optional.of(context.exception()));
    }
  }

  private static boolean isFault(FunctionCall call, Fault fault) {
    return call.fault().filter(fault::equals).isPresent();
  }

  private static void drain(InputStream body) {
    try (body) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It is lost either way.
      return;
    }
  }
}
