package wildrydes.emulators.cloudwatch.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.Collection;
import java.util.Locale;

/** A request that CloudWatch would refuse: thrown while it is read, answered in its protocol. */
public final class ApiError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The shape that newer SDKs look up, and the code that the API had before it had shapes: the aws
   * CLI still prints the latter, and people search for it.
   */
  public enum Code {
    MISSING_PARAMETER("MissingRequiredParameterException", "MissingParameter", 400),
    INVALID_VALUE("InvalidParameterValueException", "InvalidParameterValue", 400),
    INVALID_COMBINATION("InvalidParameterCombinationException", "InvalidParameterCombination", 400),
    INVALID_NEXT_TOKEN("InvalidNextToken", "InvalidNextToken", 400),
    VALIDATION("ValidationError", "ValidationError", 400),
    INVALID_FORMAT("InvalidFormatFault", "InvalidFormat", 400),
    LIMIT_EXCEEDED("LimitExceededFault", "LimitExceeded", 400),
    NOT_FOUND("ResourceNotFound", "ResourceNotFound", 404),
    DASHBOARD_NOT_FOUND("DashboardNotFoundError", "ResourceNotFound", 404),
    DASHBOARD_INVALID("DashboardInvalidInputError", "InvalidParameterInput", 400),
    MISSING_ACTION("MissingAction", "MissingAction", 400),
    UNREADABLE("SerializationException", "SerializationException", 400),
    UNKNOWN_OPERATION("UnknownOperationException", "InvalidAction", 400),
    TOO_LARGE("RequestEntityTooLargeException", "RequestEntityTooLarge", 413),
    INTERNAL("InternalServiceFault", "InternalServiceError", 500);

    private final String shape;
    private final String queryCode;
    private final int status;

    Code(String shape, String queryCode, int status) {
      this.shape = shape;
      this.queryCode = queryCode;
      this.status = status;
    }

    public String shape() {
      return "com.amazonaws.cloudwatch#" + shape;
    }

    /** The value of {@code x-amzn-query-error}. */
    public String queryError() {
      return queryCode + ";" + fault();
    }

    /** Whose fault it is: Sender or Receiver. */
    public String fault() {
      return status < 500 ? "Sender" : "Receiver";
    }

    public String queryCode() {
      return queryCode;
    }

    public int status() {
      return status;
    }
  }

  private final Code code;
  private final transient ObjectNode details;

  public ApiError(Code code, String message) {
    this(code, message, Operation.structure());
  }

  /** With members of its shape beside the message. */
  public ApiError(Code code, String message, ObjectNode details) {
    super(message);
    this.code = code;
    this.details = details.deepCopy();
  }

  public static ApiError missing(String parameter) {
    return new ApiError(
        Code.MISSING_PARAMETER, "The parameter %s is required.".formatted(parameter));
  }

  public static ApiError invalid(String parameter, Object value) {
    return new ApiError(
        Code.INVALID_VALUE,
        "The value %s for parameter %s is invalid.".formatted(value, parameter));
  }

  /** What must hold instead, after the parameter's name. */
  public static ApiError invalid(String parameter, Object value, String rule) {
    return new ApiError(
        Code.INVALID_VALUE,
        "The value %s for parameter %s is invalid: it must be %s."
            .formatted(value, parameter, rule));
  }

  /** A value that is not one of those there are. */
  public static ApiError notOneOf(String parameter, Object value, Collection<String> allowed) {
    return constraint(
        parameter,
        value,
        "Member must satisfy enum value set: [%s]".formatted(String.join(", ", allowed)));
  }

  /** As the API's oldest operations say it, which write a parameter with a small first letter. */
  public static ApiError constraint(String parameter, Object value, String rule) {
    return new ApiError(
        Code.VALIDATION,
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(
                value,
                parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1),
                rule));
  }

  public static ApiError tooMany(String parameter, int limit) {
    return new ApiError(
        Code.INVALID_VALUE,
        "The collection %s must not have a size greater than %d.".formatted(parameter, limit));
  }

  public static ApiError notBoth(String one, String other) {
    return new ApiError(
        Code.INVALID_COMBINATION,
        "The parameters %s and %s are mutually exclusive and you have specified both."
            .formatted(one, other));
  }

  public Code code() {
    return code;
  }

  public ObjectNode details() {
    return details.deepCopy();
  }
}
