package wildrydes.local.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;

/** A {@link RequestHandler} between bytes and bytes, mapped as Lambda's Java runtime maps them. */
final class Handler<I, O> {

  private final RequestHandler<I, O> handler;
  private final PojoSerializer<I> events;
  private final PojoSerializer<O> answers;

  private Handler(RequestHandler<I, O> handler, Class<I> event, Class<O> answer) {
    this.handler = handler;
    this.events = serializer(event);
    this.answers = serializer(answer);
  }

  /**
   * Builds the handler by the constructor that takes the environment, which is the one its no-arg
   * constructor calls.
   *
   * @param name as in the template, {@code package.Class::method}
   * @throws IllegalArgumentException saying what is wrong with the handler or its environment
   */
  static Handler<?, ?> load(String name, Map<String, String> environment) {
    String className = name.replaceFirst("::.*", "");
    try {
      Class<?> type = Class.forName(className);
      Object handler = type.getConstructor(Map.class).newInstance(environment);
      return typed((RequestHandler<?, ?>) handler, type);
    } catch (InvocationTargetException e) {
      Throwable cause = requireNonNull(e.getCause());
      throw new IllegalArgumentException(className + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          className + " is no RequestHandler with a public constructor of Map<String, String>", e);
    }
  }

  byte[] handle(byte[] event, Context context) {
    var bytes = new ByteArrayOutputStream();
    I parsed = events.fromJson(new ByteArrayInputStream(event));
    answers.toJson(handler.handleRequest(parsed, context), bytes);
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // The handler's own declaration says which types it works on.
  private static <I, O> Handler<I, O> typed(RequestHandler<?, ?> handler, Class<?> type) {
    Type[] arguments =
        Arrays.stream(type.getGenericInterfaces())
            .filter(i -> i instanceof ParameterizedType p && p.getRawType() == RequestHandler.class)
            .map(i -> ((ParameterizedType) i).getActualTypeArguments())
            .findFirst()
            .orElseThrow(() -> new ClassCastException("no RequestHandler"));
    return new Handler<>(
        (RequestHandler<I, O>) handler, (Class<I>) arguments[0], (Class<O>) arguments[1]);
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
