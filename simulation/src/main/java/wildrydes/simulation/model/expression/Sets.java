package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What ADD and DELETE do to numbers and sets. */
final class Sets {

  private Sets() {}

  static void checkAddition(AttributeValue added) {
    switch (added.type()) {
      case N, SS, NS, BS -> {}
      default -> throw wrongLiteral("ADD", added);
    }
  }

  static void checkDeletion(AttributeValue deleted) {
    switch (deleted.type()) {
      case SS, NS, BS -> {}
      default -> throw wrongLiteral("DELETE", deleted);
    }
  }

  private static RuntimeException wrongLiteral(String operator, AttributeValue value) {
    return Invalid.request(
        "Incorrect operand type for operator or function; operator: %s, operand type: %s"
            .formatted(operator, Values.typeName(value)));
  }

  static AttributeValue add(@Nullable AttributeValue before, AttributeValue added) {
    if (before == null) {
      return added;
    }
    requireSameType(before, added);
    return switch (added.type()) {
      case N ->
          AttributeValue.fromN(
              Numbers.normal(Numbers.parse(before.n()).add(Numbers.parse(added.n()))));
      case SS -> AttributeValue.fromSs(union(before.ss(), added.ss()));
      case NS -> AttributeValue.fromNs(union(before.ns(), added.ns()));
      default -> AttributeValue.fromBs(union(before.bs(), added.bs()));
    };
  }

  /** Null when nothing is left, for there are no empty sets. */
  static @Nullable AttributeValue delete(@Nullable AttributeValue before, AttributeValue deleted) {
    if (before == null) {
      return null;
    }
    requireSameType(before, deleted);
    return switch (deleted.type()) {
      case SS -> {
        List<String> left = difference(before.ss(), deleted.ss());
        yield left.isEmpty() ? null : AttributeValue.fromSs(left);
      }
      case NS -> {
        List<String> left = difference(before.ns(), deleted.ns());
        yield left.isEmpty() ? null : AttributeValue.fromNs(left);
      }
      default -> {
        var left = difference(before.bs(), deleted.bs());
        yield left.isEmpty() ? null : AttributeValue.fromBs(left);
      }
    };
  }

  private static void requireSameType(AttributeValue one, AttributeValue other) {
    if (one.type() != other.type()) {
      throw Invalid.request("An operand in the update expression has an incorrect data type");
    }
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return new ArrayList<>(all);
  }

  private static <T> List<T> difference(List<T> one, List<T> other) {
    List<T> left = new ArrayList<>(one);
    left.removeAll(other);
    return left;
  }
}
