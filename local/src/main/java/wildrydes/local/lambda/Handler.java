package wildrydes.local.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** A function's own code, between bytes and bytes, as Lambda calls it. */
record Handler(RequestStreamHandler code) {

  /**
   * Builds the handler by the constructor that takes the environment, which is the one its no-arg
   * constructor calls.
   *
   * @param name as in the template, {@code package.Class::method}
   * @throws IllegalArgumentException saying what is wrong with the handler or its environment
   */
  static Handler load(String name, Map<String, String> environment) {
    String className = name.replaceFirst("::.*", "");
    try {
      Object handler = Class.forName(className).getConstructor(Map.class).newInstance(environment);
      return new Handler((RequestStreamHandler) handler);
    } catch (InvocationTargetException e) {
      Throwable cause = requireNonNull(e.getCause());
      throw new IllegalArgumentException(className + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          className
              + " is no RequestStreamHandler with a public constructor of Map<String, String>",
          e);
    }
  }

  /**
   * Works on one event.
   *
   * @throws IOException if the event is not JSON
   */
  byte[] handle(byte[] event, Context context) throws IOException {
    var answer = new ByteArrayOutputStream();
    code.handleRequest(new ByteArrayInputStream(event), answer, context);
    return answer.toByteArray();
  }
}
