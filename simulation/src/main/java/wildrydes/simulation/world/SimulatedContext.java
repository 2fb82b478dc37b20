package wildrydes.simulation.world;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wildrydes.simulation.engine.Scheduler;

/** What Lambda tells a function about its invocation; the remaining time passes in virtual time. */
final class SimulatedContext implements Context {

  private final String machine;
  private final Scheduler scheduler;
  private final long deadline;

  SimulatedContext(String machine, Scheduler scheduler, Duration timeout) {
    this.machine = machine;
    this.scheduler = scheduler;
    this.deadline = scheduler.nanos() + timeout.toNanos();
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(Math.max(0, (deadline - scheduler.nanos()) / 1_000_000));
  }

  @Override
  public String getAwsRequestId() {
    return machine + "@" + deadline;
  }

  @Override
  public String getLogGroupName() {
    return "simulation";
  }

  @Override
  public String getLogStreamName() {
    return machine;
  }

  @Override
  public String getFunctionName() {
    return machine;
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-west-2:000000000000:function:" + machine;
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
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("the functions log through SLF4J");
  }
}
