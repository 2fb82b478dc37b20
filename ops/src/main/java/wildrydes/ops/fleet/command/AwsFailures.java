package wildrydes.ops.fleet.command;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.PlainText;

/** Says what the SDK's exceptions mean to an operator: the one place where they become exits. */
final class AwsFailures {

  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "ExpiredTokenException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "UnrecognizedClientException");

  private AwsFailures() {}

  static CommandFailure explain(SdkException e, StackOptions stack, DynamoDbEndpoint endpoint) {
    String place = place(stack, endpoint);
    if (e instanceof ResourceNotFoundException) {
      return failure(
          Exit.NOT_FOUND,
          "There is no table %s %s.".formatted(stack.unicornsTable(), place),
          "Name another stack with --stack, or its region with --region.",
          e);
    }
    if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return ofService(service, stack, place);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials")) {
      return failure(
          Exit.NOT_PERMITTED,
          "No AWS credentials were found"
              + stack.profile().map(name -> " in the profile " + name).orElse("")
              + ".",
          "Sign in (aws sso login, aws configure) or name a profile with --profile. For a local run,"
              + " set the AWS_ENDPOINT_URL_DYNAMODB that ./rides local prints.",
          e);
    }
    if (message.contains("Unable to load region")) {
      return failure(
          Exit.USAGE,
          "It is not known in which region the stack is.",
          "Name it with --region. For a local run, set the AWS_ENDPOINT_URL_DYNAMODB that"
              + " ./rides local prints.",
          e);
    }
    if (isUnreachable(e)) {
      return failure(
          Exit.UNREACHABLE,
          "DynamoDB does not answer %s.".formatted(place),
          endpoint.isLocal()
              ? "Start it with ./rides local, or unset AWS_ENDPOINT_URL_DYNAMODB to reach AWS."
              : "Check the network and the region's name, and try again.",
          e);
    }
    return failure(Exit.UNEXPECTED, message, "Run again with --debug to see where.", e);
  }

  private static CommandFailure ofService(AwsServiceException e, StackOptions stack, String place) {
    String code = Optional.ofNullable(e.awsErrorDetails().errorCode()).orElse("");
    String message = Optional.ofNullable(e.awsErrorDetails().errorMessage()).orElse(code);
    if (BAD_CREDENTIALS.contains(code)) {
      return failure(
          Exit.NOT_PERMITTED,
          "AWS does not accept the credentials: " + message,
          "Sign in again (aws sso login, aws configure), or name another profile with --profile.",
          e);
    }
    if (code.equals("AccessDeniedException")) {
      return failure(
          Exit.NOT_PERMITTED,
          "You may not do this with %s: %s".formatted(stack.unicornsTable(), message),
          "It takes Scan, PutItem, UpdateItem and DeleteItem on that table.",
          e);
    }
    if (e.isThrottlingException() || e.statusCode() >= 500) {
      return failure(
          Exit.UNREACHABLE,
          "DynamoDB cannot serve this at the moment %s: %s".formatted(place, message),
          "Try again in a minute.",
          e);
    }
    return failure(Exit.UNEXPECTED, message, "Run again with --debug to see where.", e);
  }

  private static String place(StackOptions stack, DynamoDbEndpoint endpoint) {
    return endpoint
        .uri()
        .map(url -> "at " + url)
        .orElseGet(() -> stack.region().map(name -> "in " + name).orElse("in this region"));
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
