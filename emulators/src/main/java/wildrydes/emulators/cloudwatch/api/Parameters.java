package wildrydes.emulators.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's structure as an operation reads it. Knows its own path ({@code
 * MetricData.member.1.}), so that an error names the parameter just as CloudWatch does; lists count
 * from 1. What is null or absent is the same.
 */
public record Parameters(JsonNode node, String path) {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  /** The path of a member in errors. */
  public String at(String name) {
    return path + name;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> ApiError.missing(at(name)));
  }

  public Optional<String> optionalText(String name) {
    return member(name).map(value -> textOf(value, at(name)));
  }

  public double number(String name) {
    return optionalNumber(name).orElseThrow(() -> ApiError.missing(at(name)));
  }

  public Optional<Double> optionalNumber(String name) {
    return member(name).map(value -> numberOf(value, at(name)));
  }

  public int integer(String name) {
    return optionalInteger(name).orElseThrow(() -> ApiError.missing(at(name)));
  }

  public Optional<Integer> optionalInteger(String name) {
    return member(name)
        .map(
            given -> {
              var value = given instanceof QueryText text ? text.number() : given;
              if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw unreadable(at(name), "an integer");
              }
              return value.intValue();
            });
  }

  public boolean flag(String name, boolean otherwise) {
    return member(name)
        .map(
            given -> {
              var value = given instanceof QueryText text ? text.flag() : given;
              if (!value.isBoolean()) {
                throw unreadable(at(name), "true or false");
              }
              return value.booleanValue();
            })
        .orElse(otherwise);
  }

  public Instant time(String name) {
    return optionalTime(name).orElseThrow(() -> ApiError.missing(at(name)));
  }

  /** A time is seconds since the epoch, whole or not; in the query protocol a text. */
  public Optional<Instant> optionalTime(String name) {
    return member(name).map(value -> timeOf(value, at(name)));
  }

  /** The names of all that was given. */
  public List<String> names() {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public Parameters structure(String name) {
    var value = member(name).orElseThrow(() -> ApiError.missing(at(name)));
    return structureOf(value, at(name));
  }

  public List<Parameters> structures(String name) {
    return list(name, Parameters::structureOf);
  }

  public List<String> texts(String name) {
    return list(name, Parameters::textOf);
  }

  public List<Double> numbers(String name) {
    return list(name, Parameters::numberOf);
  }

  private Optional<JsonNode> member(String name) {
    return has(name) ? Optional.of(node.get(name)) : Optional.empty();
  }

  private <T> List<T> list(String name, Reader<T> reader) {
    var read = new ArrayList<T>();
    member(name)
        .ifPresent(
            list -> {
              // An empty list has no members to be named by, so it is sent as an empty text.
              if (list instanceof QueryText text && text.textValue().isEmpty()) {
                return;
              }
              if (!list.isArray()) {
                throw unreadable(at(name), "a list");
              }
              for (JsonNode item : list) {
                read.add(reader.read(item, "%s.member.%d".formatted(at(name), read.size() + 1)));
              }
            });
    return read;
  }

  private static String textOf(JsonNode value, String path) {
    if (!value.isTextual()) {
      throw unreadable(path, "a string");
    }
    return value.textValue();
  }

  /** JSON has no NaN and no infinity, so AWS's own clients send these as strings. */
  private static double numberOf(JsonNode given, String path) {
    var value = given instanceof QueryText text ? text.number() : given;
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw unreadable(path, "a number");
    };
  }

  private static Instant timeOf(JsonNode value, String path) {
    if (value instanceof QueryText text) {
      return text.time().orElseThrow(() -> unreadable(path, "a time such as 2026-03-01T12:00:00Z"));
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw unreadable(path, "a time in seconds since the epoch");
    }
    try {
      // A double's shortest decimal form is what the client meant: 0.1 s is 100 ms, not 99.999...
      var nanos = new BigDecimal(value.asText()).multiply(NANOS).setScale(0, RoundingMode.HALF_UP);
      var parts = nanos.toBigInteger().divideAndRemainder(NANOS.toBigInteger());
      return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    } catch (ArithmeticException | DateTimeException e) {
      throw unreadable(path, "a time in seconds since the epoch");
    }
  }

  private static Parameters structureOf(JsonNode value, String path) {
    if (!value.isObject()) {
      throw unreadable(path, "a structure");
    }
    return new Parameters(value, path + ".");
  }

  private static ApiError unreadable(String path, String expected) {
    return new ApiError(
        ApiError.Code.UNREADABLE, "The parameter %s must be %s.".formatted(path, expected));
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(JsonNode value, String path);
  }
}
