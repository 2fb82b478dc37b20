package wildrydes.ops.aws;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;

/** Says what the SDK's exceptions mean to an operator: the one place where they become exits. */
public final class AwsFailures {

  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private static final Set<String> NOT_ALLOWED = Set.of("AccessDenied", "AccessDeniedException");

  private AwsFailures() {}

  /** What went wrong, for whom, and what to do next. */
  public static CommandFailure explain(SdkException e, AwsUse use) {
    if (e instanceof ResourceNotFoundException || e instanceof QueueDoesNotExistException) {
      return failure(
          Exit.NOT_FOUND,
          "There is no %s %s.".formatted(use.resource(), use.place()),
          "Name another stack with --stack, or its region with --region.",
          e);
    }
    if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return ofService(service, use);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials")) {
      return failure(
          Exit.NOT_PERMITTED,
          "No AWS credentials were found"
              + use.stack().profile().map(name -> " in the profile " + name).orElse("")
              + ".",
          "Sign in (aws sso login, aws configure) or name a profile with --profile. For a local run,"
              + " set the %s that ./rides local prints.".formatted(use.variables()),
          e);
    }
    if (message.contains("Unable to load region")) {
      return failure(
          Exit.USAGE,
          "It is not known in which region the stack is.",
          "Name it with --region. For a local run, set the %s that ./rides local prints."
              .formatted(use.variables()),
          e);
    }
    if (isUnreachable(e)) {
      return failure(
          Exit.UNREACHABLE,
          "There is no answer from %s %s.".formatted(use.services(), use.place()),
          use.isLocal()
              ? "Start it with ./rides local, or unset %s to reach AWS.".formatted(use.variables())
              : "Check the network and the region's name, and try again.",
          e);
    }
    return failure(Exit.UNEXPECTED, message, "Run again with --debug to see where.", e);
  }

  private static CommandFailure ofService(AwsServiceException e, AwsUse use) {
    String code = Optional.ofNullable(e.awsErrorDetails().errorCode()).orElse("");
    String message = Optional.ofNullable(e.awsErrorDetails().errorMessage()).orElse(code);
    if (BAD_CREDENTIALS.contains(code)) {
      return failure(
          Exit.NOT_PERMITTED,
          "AWS does not accept the credentials: " + message,
          "Sign in again (aws sso login, aws configure), or name another profile with --profile.",
          e);
    }
    if (NOT_ALLOWED.contains(code)) {
      return failure(
          Exit.NOT_PERMITTED,
          "You may not do this with the %s: %s".formatted(use.resource(), message),
          use.permissions(),
          e);
    }
    if (e.isThrottlingException() || e.statusCode() >= 500) {
      return failure(
          Exit.UNREACHABLE,
          "%s cannot serve this at the moment %s: %s"
              .formatted(use.services(), use.place(), message),
          "Try again in a minute.",
          e);
    }
    return failure(Exit.UNEXPECTED, message, "Run again with --debug to see where.", e);
  }

  private static boolean isUnreachable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof SocketTimeoutException
          || cause instanceof ApiCallTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static CommandFailure failure(Exit exit, String what, String next, Throwable cause) {
    return new CommandFailure(exit, PlainText.of(what) + "\n" + next, cause);
  }
}
