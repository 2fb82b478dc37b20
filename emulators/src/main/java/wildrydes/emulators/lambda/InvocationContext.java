package wildrydes.emulators.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.Aws;
import wildrydes.emulators.template.ServerlessFunction;

/**
 * What Lambda tells a function about an invocation.
 *
 * @param functionVersion {@code $LATEST} or a number
 * @param functionArn as the function was invoked by, so perhaps with an alias
 * @param remainingMillis until the invocation times out
 */
public record InvocationContext(
    String requestId,
    String functionName,
    String functionVersion,
    String functionArn,
    int memoryMegabytes,
    IntSupplier remainingMillis)
    implements Context {

  /** An invocation that begins now. */
  public static InvocationContext of(ServerlessFunction function) {
    long deadline = System.nanoTime() + Duration.ofSeconds(function.timeoutSeconds()).toNanos();
    return new InvocationContext(
        UUID.randomUUID().toString(),
        function.name(),
        "$LATEST",
        function.arn(),
        function.memoryMegabytes(),
        () -> (int) Math.max(0, (deadline - System.nanoTime()) / 1_000_000));
  }

  /**
   * An invocation of a function that no template declares, with half a minute that stands still.
   */
  public static InvocationContext of(String functionName) {
    return of(functionName, "00000000-0000-4000-8000-000000000000", () -> 30_000);
  }

  /** An invocation of a function that no template declares. */
  public static InvocationContext of(
      String functionName, String requestId, IntSupplier remainingMillis) {
    return new InvocationContext(
        requestId,
        functionName,
        "12",
        "arn:aws:lambda:%s:%s:function:%s:live".formatted(Aws.REGION, Aws.ACCOUNT_ID, functionName),
        1024,
        remainingMillis);
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + functionName;
  }

  @Override
  public String getLogStreamName() {
    return "[" + functionVersion + "]" + requestId;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public String getFunctionVersion() {
    return functionVersion;
  }

  @Override
  public String getInvokedFunctionArn() {
    return functionArn;
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
    return remainingMillis.getAsInt();
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryMegabytes;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.out.println(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, UTF_8));
      }
    };
  }
}
