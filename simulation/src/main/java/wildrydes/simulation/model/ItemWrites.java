package wildrydes.simulation.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import wildrydes.simulation.model.expression.Bindings;
import wildrydes.simulation.model.expression.Condition;
import wildrydes.simulation.model.expression.ConditionCheck;
import wildrydes.simulation.model.expression.Expressions;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Parsed;
import wildrydes.simulation.model.expression.Placeholders;
import wildrydes.simulation.model.expression.Update;
import wildrydes.simulation.model.expression.Values;

/**
 * What a write makes of an item: first everything that is wrong with the request, then the
 * condition, then the change.
 */
final class ItemWrites {

  /** An item before and after a write that may be applied. */
  record Written(
      ModelTable.Key key, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

  private ItemWrites() {}

  static Written put(ModelTable table, PutItemRequest request) {
    Unmodelled.refuse(request.hasExpected() || request.conditionalOperator() != null, "Expected");
    onlyOldValues(request.returnValues());
    Map<String, AttributeValue> item = Values.normal(request.item());
    ModelTable.Key key = table.keyOf(item);
    Parsed<Condition> condition = condition(request.conditionExpression());
    Bindings bindings =
        bindings(
            condition,
            null,
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null);
    Map<String, AttributeValue> before = table.now(key);
    require(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    return new Written(key, before, Collections.unmodifiableMap(item));
  }

  static Written delete(ModelTable table, DeleteItemRequest request) {
    Unmodelled.refuse(request.hasExpected() || request.conditionalOperator() != null, "Expected");
    onlyOldValues(request.returnValues());
    ModelTable.Key key = table.key(request.key());
    Parsed<Condition> condition = condition(request.conditionExpression());
    Bindings bindings =
        bindings(
            condition,
            null,
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null);
    Map<String, AttributeValue> before = table.now(key);
    require(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    return new Written(key, before, Map.of());
  }

  static Written update(ModelTable table, UpdateItemRequest request) {
    Unmodelled.refuse(request.hasExpected() || request.conditionalOperator() != null, "Expected");
    Unmodelled.refuse(request.hasAttributeUpdates(), "AttributeUpdates");
    ModelTable.Key key = table.key(request.key());
    Parsed<Condition> condition = condition(request.conditionExpression());
    Parsed<Update> update =
        request.updateExpression() == null ? null : Expressions.update(request.updateExpression());
    Bindings bindings =
        bindings(
            condition,
            update,
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null);
    if (update != null) {
      update.expression().check(bindings);
    }
    Map<String, AttributeValue> before = table.now(key);
    require(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    Map<String, AttributeValue> start = before.isEmpty() ? Values.normal(request.key()) : before;
    if (update == null) {
      return new Written(key, before, start);
    }
    update.expression().checkKeys(table.keyNames(), bindings);
    Map<String, AttributeValue> after = update.expression().apply(start, bindings);
    return new Written(key, before, Collections.unmodifiableMap(after));
  }

  private static void onlyOldValues(@Nullable ReturnValue returned) {
    if (returned != null && returned != ReturnValue.NONE && returned != ReturnValue.ALL_OLD) {
      throw Invalid.request("Return values set to invalid value");
    }
  }

  static @Nullable Parsed<Condition> condition(@Nullable String text) {
    return text == null ? null : Expressions.condition(text);
  }

  private static Bindings bindings(
      @Nullable Parsed<Condition> condition,
      @Nullable Parsed<Update> update,
      @Nullable Map<String, String> names,
      @Nullable Map<String, AttributeValue> values) {
    List<Placeholders> used = new ArrayList<>(2);
    if (condition != null) {
      used.add(condition.placeholders());
    }
    if (update != null) {
      used.add(update.placeholders());
    }
    Bindings bindings = bind(names, values, used);
    if (condition != null) {
      ConditionCheck.check(condition.expression(), bindings);
    }
    return bindings;
  }

  /**
   * Binds what a request gives.
   *
   * @param names null if the request has none, as are {@code values}; to give an empty map is wrong
   */
  static Bindings bind(
      @Nullable Map<String, String> names,
      @Nullable Map<String, AttributeValue> values,
      List<Placeholders> used) {
    if ((names != null && names.isEmpty()) || (values != null && values.isEmpty())) {
      throw Invalid.request("ExpressionAttributeNames and -Values must not be empty");
    }
    if (used.isEmpty() && (names != null || values != null)) {
      throw Invalid.request(
          "ExpressionAttributeNames and -Values can only be specified when using expressions");
    }
    return Bindings.of(names == null ? Map.of() : names, values == null ? Map.of() : values, used);
  }

  private static void require(
      @Nullable Parsed<Condition> condition,
      Bindings bindings,
      Map<String, AttributeValue> item,
      @Nullable ReturnValuesOnConditionCheckFailure returned) {
    if (condition != null && !condition.expression().test(item, bindings)) {
      throw DynamoDbErrors.conditionFailed(
          returned == ReturnValuesOnConditionCheckFailure.ALL_OLD ? item : Map.of());
    }
  }
}
