package wildrydes.simulation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values of every type, from so few that equal and similar ones meet often. */
final class RandomValues {

  /** Also where UTF-16 and UTF-8 order differently, and letters of more than one byte. */
  private static final List<String> TEXTS =
      List.of("", "a", "ab", "abc", "b", "B", "é", "\uFFFD", "\uD83E\uDD84", "REQUESTED", "S", "N");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "10",
          "9",
          "1.5",
          "1.50",
          "-0.0",
          "1e2",
          "100",
          "1767322800000",
          "12345678901234567890",
          "0.1",
          "-12.75",
          "007");

  private final RandomGenerator random;

  RandomValues(RandomGenerator random) {
    this.random = random;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  AttributeValue value() {
    return value(2);
  }

  /** A value that has an order, as most operators want. */
  AttributeValue simple() {
    return random.nextInt(3) == 0 ? text() : number();
  }

  AttributeValue text() {
    return AttributeValue.fromS(oneOf(TEXTS));
  }

  AttributeValue number() {
    return AttributeValue.fromN(oneOf(NUMBERS));
  }

  AttributeValue list() {
    return list(1);
  }

  AttributeValue set() {
    return switch (random.nextInt(3)) {
      case 0 -> AttributeValue.fromSs(some(List.of("a", "ab", "b", "é")));
      case 1 -> AttributeValue.fromNs(some(List.of("1", "2", "1.50", "10")));
      default -> AttributeValue.fromBs(some(List.of(bytes(1), bytes(1, 2), bytes(-1))));
    };
  }

  private AttributeValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 8)) {
      case 0, 1 -> text();
      case 2, 3, 4 -> number();
      case 5 -> AttributeValue.fromBool(random.nextBoolean());
      case 6 -> AttributeValue.fromNul(true);
      case 7 -> AttributeValue.fromB(oneOf(List.of(bytes(), bytes(1), bytes(1, 2), bytes(-1))));
      case 8 -> set();
      case 9 -> list(depth);
      default -> AttributeValue.fromM(map(depth));
    };
  }

  private AttributeValue list(int depth) {
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(depth - 1));
    }
    return AttributeValue.fromL(elements);
  }

  private Map<String, AttributeValue> map(int depth) {
    Map<String, AttributeValue> fields = new HashMap<>();
    for (String name : List.of("x", "y", "Status")) {
      if (random.nextBoolean()) {
        fields.put(name, value(depth - 1));
      }
    }
    return fields;
  }

  /**
   * An item's attributes besides its key; M is always a map and L a list, so that paths lead on.
   */
  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (String name : List.of("a", "b", "c", "Status", "BusyUntil")) {
      if (random.nextInt(4) > 0) {
        attributes.put(name, value());
      }
    }
    if (random.nextInt(4) > 0) {
      attributes.put("m", AttributeValue.fromM(map(2)));
    }
    if (random.nextInt(4) > 0) {
      attributes.put("l", list(2));
    }
    return attributes;
  }

  private <T> List<T> some(List<T> choices) {
    var chosen = new LinkedHashSet<T>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      chosen.add(oneOf(choices));
    }
    return List.copyOf(chosen);
  }

  private static SdkBytes bytes(int... bytes) {
    var array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return SdkBytes.fromByteArray(array);
  }
}
