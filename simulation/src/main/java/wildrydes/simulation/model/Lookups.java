package wildrydes.simulation.model;

import static wildrydes.simulation.model.ItemWrites.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import wildrydes.simulation.model.expression.Bindings;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Parsed;
import wildrydes.simulation.model.expression.Path;
import wildrydes.simulation.model.expression.Projection;

/** Reads of items by their keys. */
final class Lookups {

  private static final int MAX_KEYS = 100;

  private Lookups() {}

  static GetItemResponse get(ModelTable table, GetItemRequest request, ItemReads reads) {
    Unmodelled.refuse(request.hasAttributesToGet(), "AttributesToGet");
    ModelTable.Key key = table.key(request.key());
    var wanted =
        Wanted.of(
            request.projectionExpression(),
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null);
    Map<String, AttributeValue> item = reads.read(request.consistentRead()).see(table.find(key));
    var response = GetItemResponse.builder();
    return (item.isEmpty() ? response : response.item(wanted.of(item))).build();
  }

  static BatchGetItemResponse batch(
      BatchGetItemRequest request, Function<String, ModelTable> tables, ItemReads reads) {
    if (request.requestItems().isEmpty()) {
      throw Invalid.request("The batch request list for a BatchGetItem cannot be null or empty");
    }
    int keys = 0;
    for (KeysAndAttributes asked : request.requestItems().values()) {
      keys += asked.keys().size();
    }
    if (keys > MAX_KEYS) {
      throw Invalid.request("Too many items requested for the BatchGetItem call");
    }
    Map<String, List<Map<String, AttributeValue>>> responses = new HashMap<>();
    request
        .requestItems()
        .forEach((name, asked) -> responses.put(name, batch(tables.apply(name), asked, reads)));
    return BatchGetItemResponse.builder().responses(responses).unprocessedKeys(Map.of()).build();
  }

  private static List<Map<String, AttributeValue>> batch(
      ModelTable table, KeysAndAttributes asked, ItemReads reads) {
    Unmodelled.refuse(asked.hasAttributesToGet(), "AttributesToGet");
    if (asked.keys().isEmpty()) {
      throw Invalid.request("The list of keys in RequestItems for BatchGetItem is required");
    }
    var wanted =
        Wanted.of(
            asked.projectionExpression(),
            asked.hasExpressionAttributeNames() ? asked.expressionAttributeNames() : null);
    Set<ModelTable.Key> keys = new HashSet<>();
    for (Map<String, AttributeValue> key : asked.keys()) {
      if (!keys.add(table.key(key))) {
        throw Invalid.request("Provided list of item keys contains duplicates");
      }
    }
    ItemReads.Snapshot snapshot = reads.read(asked.consistentRead());
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (Map<String, AttributeValue> key : asked.keys()) {
      Map<String, AttributeValue> item = snapshot.see(table.find(table.key(key)));
      if (!item.isEmpty()) {
        items.add(wanted.of(item));
      }
    }
    return items;
  }

  /** The parts of an item that are asked for. */
  private record Wanted(@Nullable Parsed<List<Path>> projection, Bindings bindings) {

    static Wanted of(@Nullable String projectionText, @Nullable Map<String, String> names) {
      Parsed<List<Path>> projection = Pages.projection(projectionText);
      Bindings bindings =
          bind(names, null, projection == null ? List.of() : List.of(projection.placeholders()));
      if (projection != null) {
        Projection.check(projection.expression(), bindings);
      }
      return new Wanted(projection, bindings);
    }

    Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
      return projection == null ? item : Projection.of(projection.expression(), item, bindings);
    }
  }
}
