package wildrydes.edge.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An invocation that nobody made. */
record RehearsedInvocation() implements Context {

  private static final String NAME = "rehearsal";

  /**
   * Calls the handler as Lambda's runtime does: by reflection, for which the JDK makes code at the
   * first call.
   *
   * @param event JSON
   * @return the handler's answer
   */
  static String of(RequestStreamHandler handler, String event) throws ReflectiveOperationException {
    var answer = new ByteArrayOutputStream();
    handler
        .getClass()
        .getMethod("handleRequest", InputStream.class, OutputStream.class, Context.class)
        .invoke(
            handler,
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            answer,
            new RehearsedInvocation());
    return answer.toString(UTF_8);
  }

  @Override
  public String getAwsRequestId() {
    return NAME;
  }

  @Override
  public String getLogGroupName() {
    return NAME;
  }

  @Override
  public String getLogStreamName() {
    return NAME;
  }

  @Override
  public String getFunctionName() {
    return NAME;
  }

  @Override
  public String getFunctionVersion() {
    return NAME;
  }

  @Override
  public String getInvokedFunctionArn() {
    return NAME;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 60_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public @Nullable LambdaLogger getLogger() {
    return null;
  }
}
