package wildrydes.local.access;

import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Stands where a call leaves for AWS, and lets it go only if its sender may. The SDK finds it on
 * the class path and asks it about every client of this JVM. Who sends is known as AWS knows it, by
 * the access key with which the request is signed.
 */
public final class AccessCheck implements ExecutionInterceptor {

  private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/,]+)/");

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    context
        .httpRequest()
        .firstMatchingHeader("Authorization")
        .map(ACCESS_KEY::matcher)
        .filter(key -> key.find())
        .flatMap(key -> Sessions.of(key.group(1)))
        .ifPresent(
            session ->
                session.check(
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                    attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                    context.request()));
  }
}
