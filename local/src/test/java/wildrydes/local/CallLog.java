package wildrydes.local;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Every request that any SDK client of this JVM has sent; the SDK finds it on the class path. */
public final class CallLog implements ExecutionInterceptor {

  private static final Queue<SdkRequest> REQUESTS = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    REQUESTS.add(context.request());
  }

  static void clear() {
    REQUESTS.clear();
  }

  /** The requests of one kind since the last {@link #clear}. */
  static <R extends SdkRequest> List<R> requests(Class<R> kind) {
    return REQUESTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
