package wildrydes.local;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Every request that any SDK client of this JVM has sent since the first {@link #clear}; the SDK
 * finds it on the class path. Before that it keeps nothing: a soak would fill the memory.
 */
public final class CallLog implements ExecutionInterceptor {

  private static final Queue<SdkRequest> REQUESTS = new ConcurrentLinkedQueue<>();
  private static volatile boolean listening;

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (listening) {
      REQUESTS.add(context.request());
    }
  }

  static void clear() {
    listening = true;
    REQUESTS.clear();
  }

  /** The requests of one kind since the last {@link #clear}. */
  static <R extends SdkRequest> List<R> requests(Class<R> kind) {
    return REQUESTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
