package wildrydes.simulation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Expressions drawn from DynamoDB's grammar, with what their placeholders stand for. Most make
 * sense, some do not: operands of a wrong type, paths that overlap, placeholders without a meaning.
 */
final class RandomExpressions {

  private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");

  private final RandomGenerator random;
  private final RandomValues values;
  private final Map<String, String> nameBindings = new HashMap<>();
  private final Map<String, AttributeValue> valueBindings = new HashMap<>();

  RandomExpressions(RandomGenerator random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  Map<String, String> names() {
    return nameBindings;
  }

  Map<String, AttributeValue> values() {
    return valueBindings;
  }

  String condition() {
    return condition(3);
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 14 : 9)) {
      case 0, 1, 2 -> operand() + " " + values.oneOf(COMPARATORS) + " " + operand();
      case 3 -> path() + " BETWEEN " + simple() + " AND " + simple();
      case 4 -> path() + " IN (" + times(1 + random.nextInt(3), this::operand) + ")";
      case 5 -> "attribute_exists(" + path() + ")";
      case 6 -> "attribute_not_exists(" + path() + ")";
      case 7 -> function();
      case 8 -> path() + " " + values.oneOf(COMPARATORS) + " " + simple();
      case 9, 10 -> condition(depth - 1) + " AND " + condition(depth - 1);
      case 11 -> condition(depth - 1) + " OR " + condition(depth - 1);
      case 12 -> "NOT " + condition(depth - 1);
      default -> "(" + condition(depth - 1) + ")";
    };
  }

  private String function() {
    return switch (random.nextInt(4)) {
      case 0 -> "begins_with(" + path() + ", " + bound(values.text()) + ")";
      case 1 -> "contains(" + path() + ", " + operand() + ")";
      case 2 ->
          "attribute_type("
              + path()
              + ", "
              + bound(AttributeValue.fromS(values.oneOf(List.of("S", "N", "L", "M", "NULL", "X"))))
              + ")";
      default ->
          values.oneOf(List.of("begins_with", "contains", "attribute_type", "size"))
              + "("
              + operand()
              + ", "
              + operand()
              + ")";
    };
  }

  private String operand() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> path();
      case 4, 5, 6 -> simple();
      case 7 -> "size(" + (random.nextInt(4) == 0 ? value() : path()) + ")";
      case 8 -> "(" + path() + ")";
      default -> value();
    };
  }

  private String path() {
    return switch (random.nextInt(16)) {
      case 0 -> "m.x";
      case 1 -> "m." + named("Status");
      case 2 -> "l[" + random.nextInt(4) + "]";
      case 3 -> "l[0].x";
      case 4 -> "m.y[1]";
      case 5 -> named("Status");
      case 6 -> named(values.oneOf(List.of("a", "b", "absent")));
      case 7 -> random.nextInt(10) == 0 ? "Status" : "absent";
      case 8 -> "BusyUntil";
      case 9 -> random.nextInt(4) == 0 ? "P" : "m";
      case 10 -> "l";
      default -> values.oneOf(List.of("a", "b", "c"));
    };
  }

  private String named(String name) {
    String placeholder = "#n" + name;
    nameBindings.put(placeholder, name);
    return placeholder;
  }

  private String value() {
    return bound(values.value());
  }

  private String simple() {
    return bound(values.simple());
  }

  private String bound(AttributeValue value) {
    String placeholder = ":v" + valueBindings.size();
    // Now and then one that means nothing, or one that is meant for nothing.
    if (random.nextInt(200) > 0) {
      valueBindings.put(placeholder, value);
    }
    return random.nextInt(200) > 0 ? placeholder : path();
  }

  private String times(int count, Supplier<String> part) {
    return IntStream.range(0, count).mapToObj(_ -> part.get()).collect(Collectors.joining(", "));
  }

  String update() {
    List<String> sections = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      sections.add("SET " + times(1 + random.nextInt(3), () -> path() + " = " + newValue()));
    }
    if (random.nextInt(3) == 0) {
      sections.add("REMOVE " + times(1 + random.nextInt(2), this::path));
    }
    if (random.nextInt(4) == 0) {
      sections.add(
          "ADD " + path() + " " + bound(random.nextBoolean() ? values.number() : values.set()));
    }
    if (random.nextInt(8) == 0) {
      sections.add("DELETE " + path() + " " + bound(values.set()));
    }
    return sections.isEmpty() ? "REMOVE " + path() : String.join(" ", sections);
  }

  private String newValue() {
    return switch (random.nextInt(8)) {
      case 0 -> number() + values.oneOf(List.of(" + ", " - ")) + number();
      case 1 -> "if_not_exists(" + path() + ", " + newOperand() + ")";
      case 2 -> "list_append(" + listOperand() + ", " + listOperand() + ")";
      case 3 -> "if_not_exists(" + path() + ", " + number() + ") + " + number();
      case 4 -> path();
      default -> value();
    };
  }

  private String newOperand() {
    return random.nextInt(3) == 0 ? path() : value();
  }

  private String number() {
    return random.nextInt(3) == 0 ? path() : bound(values.number());
  }

  private String listOperand() {
    return switch (random.nextInt(5)) {
      case 0 -> value();
      case 1, 2 -> "l";
      default -> bound(values.list());
    };
  }
}
