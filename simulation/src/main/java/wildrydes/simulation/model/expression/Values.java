package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB compares, measures and keeps attribute values. */
@SuppressWarnings("ReferenceEquality") // What was not changed is not copied.
public final class Values {

  private Values() {}

  /** The type's name in expressions and messages, e.g. {@code NULL}. */
  static String typeName(AttributeValue value) {
    return switch (value.type()) {
      case NUL -> "NULL";
      case UNKNOWN_TO_SDK_VERSION ->
          throw Invalid.request(
              "Supplied AttributeValue is empty, must contain exactly one of the supported"
                  + " datatypes");
      default -> value.type().name();
    };
  }

  /** Whether both are of one type, and that type has an order. */
  static boolean comparable(AttributeValue one, AttributeValue other) {
    return one.type() == other.type() && hasOrder(one);
  }

  static boolean hasOrder(AttributeValue value) {
    return switch (value.type()) {
      case S, N, B -> true;
      default -> false;
    };
  }

  /** The order of two values of one type that has an order; of sort keys, too. */
  public static int compare(AttributeValue one, AttributeValue other) {
    return switch (one.type()) {
      case S -> compareAsUtf8(one.s(), other.s());
      case N -> Numbers.compare(one.n(), other.n());
      case B -> Arrays.compareUnsigned(one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
      default -> throw new IllegalArgumentException(one.type() + " has no order");
    };
  }

  // UTF-16 puts what lies above U+FFFF before U+E000; UTF-8 does not.
  private static int compareAsUtf8(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char c = one.charAt(i);
      char d = other.charAt(i);
      if (c != d) {
        return Character.isSurrogate(c) == Character.isSurrogate(d)
            ? Character.compare(c, d)
            : Character.isSurrogate(c) ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Whether two values in their normal form are the same, of whatever types. */
  static boolean equal(AttributeValue one, AttributeValue other) {
    if (one.type() != other.type()) {
      return false;
    }
    return switch (one.type()) {
      case S -> one.s().equals(other.s());
      case N -> one.n().equals(other.n());
      case B -> one.b().equals(other.b());
      case SS -> new HashSet<>(one.ss()).equals(new HashSet<>(other.ss()));
      case NS -> new HashSet<>(one.ns()).equals(new HashSet<>(other.ns()));
      case BS -> new HashSet<>(one.bs()).equals(new HashSet<>(other.bs()));
      case BOOL -> one.bool().equals(other.bool());
      case NUL -> true;
      case L -> equal(one.l(), other.l());
      case M -> equal(one.m(), other.m());
      case UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  private static boolean equal(List<AttributeValue> one, List<AttributeValue> other) {
    boolean equal = one.size() == other.size();
    for (int i = 0; equal && i < one.size(); i++) {
      equal = equal(one.get(i), other.get(i));
    }
    return equal;
  }

  private static boolean equal(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(
                entry -> {
                  AttributeValue value = other.get(entry.getKey());
                  return value != null && equal(entry.getValue(), value);
                });
  }

  static boolean contains(AttributeValue whole, AttributeValue part) {
    return switch (whole.type()) {
      case S -> part.type() == AttributeValue.Type.S && whole.s().contains(part.s());
      case B -> part.type() == AttributeValue.Type.B && Bytes.contain(whole.b(), part.b());
      case SS -> part.type() == AttributeValue.Type.S && whole.ss().contains(part.s());
      case NS -> part.type() == AttributeValue.Type.N && whole.ns().contains(part.n());
      case BS -> part.type() == AttributeValue.Type.B && whole.bs().contains(part.b());
      case L -> whole.l().stream().anyMatch(element -> equal(element, part));
      default -> false;
    };
  }

  static boolean beginsWith(AttributeValue whole, AttributeValue start) {
    return switch (whole.type()) {
      case S -> start.type() == AttributeValue.Type.S && whole.s().startsWith(start.s());
      case B -> start.type() == AttributeValue.Type.B && Bytes.startWith(whole.b(), start.b());
      default -> false;
    };
  }

  /** As a number; null for what has no size. */
  static @Nullable AttributeValue size(AttributeValue value) {
    return switch (value.type()) {
      case S -> number(value.s().length());
      case B -> number(value.b().asByteArrayUnsafe().length);
      case SS -> number(value.ss().size());
      case NS -> number(value.ns().size());
      case BS -> number(value.bs().size());
      case L -> number(value.l().size());
      case M -> number(value.m().size());
      default -> null;
    };
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }

  /** The value itself, or what DynamoDB makes of it when it differs: numbers have one text. */
  public static AttributeValue normal(AttributeValue value) {
    return switch (value.type()) {
      case N -> {
        String normal = Numbers.normal(value.n());
        yield normal.equals(value.n()) ? value : AttributeValue.fromN(normal);
      }
      case SS -> distinct(value, value.ss());
      case BS -> distinct(value, value.bs());
      case NS -> {
        List<String> normal = normal(value.ns(), Numbers::normal);
        distinct(value, normal);
        yield normal.equals(value.ns()) ? value : AttributeValue.fromNs(normal);
      }
      case L -> {
        List<AttributeValue> normal = normal(value.l(), Values::normal);
        yield sameElements(normal, value.l()) ? value : AttributeValue.fromL(normal);
      }
      case M -> {
        Map<String, AttributeValue> normal = normal(value.m());
        yield normal == value.m() ? value : AttributeValue.fromM(normal);
      }
      case UNKNOWN_TO_SDK_VERSION -> throw Invalid.request(typeName(value));
      case S, B, BOOL, NUL -> value;
    };
  }

  /** The map itself if all of its values are normal. */
  public static Map<String, AttributeValue> normal(Map<String, AttributeValue> values) {
    Map<String, AttributeValue> changed = null;
    for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
      AttributeValue normal = normal(entry.getValue());
      if (normal != entry.getValue()) {
        changed = changed == null ? new HashMap<>(values) : changed;
        changed.put(entry.getKey(), normal);
      }
    }
    return changed == null ? values : changed;
  }

  private static <T> List<T> normal(List<T> values, UnaryOperator<T> normal) {
    List<T> all = new ArrayList<>(values.size());
    for (T value : values) {
      all.add(normal.apply(value));
    }
    return all;
  }

  private static boolean sameElements(List<AttributeValue> one, List<AttributeValue> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static AttributeValue distinct(AttributeValue set, List<?> elements) {
    if (elements.isEmpty()) {
      throw Invalid.request("One or more parameter values were invalid: An set may not be empty");
    }
    if (new HashSet<>(elements).size() < elements.size()) {
      throw Invalid.request(
          "One or more parameter values were invalid: Input collection contains duplicates.");
    }
    return set;
  }
}
