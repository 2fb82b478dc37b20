package wildrydes.ops.deadletters.replay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Strikes at one call of the ports, counted over all of them: before its effect, or after it. */
final class Trouble {

  /** How it strikes. */
  enum Kind {
    /** The process dies: no call after it has any effect. */
    CRASH_BEFORE,
    CRASH_AFTER,
    /** The service fails once: SQS or DynamoDB throws, and the next call works. */
    FAULT_BEFORE,
    FAULT_AFTER;

    boolean isCrash() {
      return this == CRASH_BEFORE || this == CRASH_AFTER;
    }

    private boolean isBefore() {
      return this == CRASH_BEFORE || this == FAULT_BEFORE;
    }
  }

  /** The end of a process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What a service says. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Kind kind;
  private final int strikesAt;
  private int calls;

  Trouble(Kind kind, int strikesAt) {
    this.kind = kind;
    this.strikesAt = strikesAt;
  }

  /** How many calls were made. */
  int calls() {
    return calls;
  }

  <P> P on(Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(), new Class<?>[] {port}, (_, m, args) -> call(real, m, args)));
  }

  private Object call(Object real, Method method, Object[] arguments) throws Throwable {
    int number = ++calls;
    if (kind.isCrash() && number > strikesAt) {
      throw new Crash();
    }
    if (number == strikesAt && kind.isBefore()) {
      throw strike();
    }
    try {
      method.setAccessible(true);
      Object answer = method.invoke(real, arguments);
      if (number == strikesAt) {
        throw strike();
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Throwable strike() {
    return kind.isCrash() ? new Crash() : new Fault();
  }
}
