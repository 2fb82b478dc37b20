package wildrydes.local;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Every request that any SDK client of this JVM has sent since the first {@link #clear}, and what
 * DynamoDB took for it; the SDK finds it on the class path. Before that it keeps nothing: a soak
 * would fill the memory.
 */
public final class CallLog implements ExecutionInterceptor {

  private static final Queue<SdkRequest> REQUESTS = new ConcurrentLinkedQueue<>();
  private static final Queue<Capacity> CAPACITIES = new ConcurrentLinkedQueue<>();
  private static volatile boolean listening;

  private record Capacity(SdkRequest request, double units) {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (listening) {
      REQUESTS.add(context.request());
    }
  }

  /** DynamoDB tells what a call took only to who asks for it. */
  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!listening) {
      return context.request();
    }
    var asking = context.request().toBuilder();
    ((SdkPojo) asking)
        .sdkFields().stream()
            .filter(field -> field.memberName().equals("ReturnConsumedCapacity"))
            .forEach(field -> field.set(asking, "TOTAL"));
    return asking.build();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (!listening) {
      return;
    }
    for (SdkField<?> field : context.response().sdkFields()) {
      switch (field.getValueOrDefault(context.response())) {
        case ConsumedCapacity one -> took(context.request(), one);
        case List<?> all ->
            all.stream()
                .filter(ConsumedCapacity.class::isInstance)
                .forEach(one -> took(context.request(), (ConsumedCapacity) one));
        case null, default -> {}
      }
    }
  }

  private static void took(SdkRequest request, ConsumedCapacity capacity) {
    CAPACITIES.add(new Capacity(request, capacity.capacityUnits()));
  }

  static void clear() {
    listening = true;
    REQUESTS.clear();
    CAPACITIES.clear();
  }

  /** The requests of one kind since the last {@link #clear}. */
  static <R extends SdkRequest> List<R> requests(Class<R> kind) {
    return REQUESTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The read or write units that requests of these kinds took since the last {@link #clear}. */
  static double units(List<Class<? extends SdkRequest>> kinds) {
    return CAPACITIES.stream()
        .filter(capacity -> kinds.stream().anyMatch(kind -> kind.isInstance(capacity.request())))
        .mapToDouble(Capacity::units)
        .sum();
  }
}
