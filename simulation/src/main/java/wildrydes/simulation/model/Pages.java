package wildrydes.simulation.model;

import static wildrydes.simulation.model.ItemWrites.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import wildrydes.simulation.model.expression.Bindings;
import wildrydes.simulation.model.expression.Condition;
import wildrydes.simulation.model.expression.ConditionCheck;
import wildrydes.simulation.model.expression.Expressions;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Parsed;
import wildrydes.simulation.model.expression.Path;
import wildrydes.simulation.model.expression.Placeholders;
import wildrydes.simulation.model.expression.Projection;

/**
 * Reads a page of a query or a scan. A page ends after so many items were looked at, whatever the
 * filter then left of them; that a last key is given does not mean that there is more.
 */
final class Pages {

  private final ModelTable table;
  private final ItemReads.Snapshot snapshot;
  private final Bindings bindings;
  private final @Nullable Parsed<Condition> filter;
  private final @Nullable Parsed<List<Path>> projection;
  private final int limit;

  private final List<Map<String, AttributeValue>> found = new ArrayList<>();
  private int looked;
  private @Nullable Map<String, AttributeValue> last;

  private Pages(
      ModelTable table,
      ItemReads.Snapshot snapshot,
      Bindings bindings,
      @Nullable Parsed<Condition> filter,
      @Nullable Parsed<List<Path>> projection,
      int limit) {
    this.table = table;
    this.snapshot = snapshot;
    this.bindings = bindings;
    this.filter = filter;
    this.projection = projection;
    this.limit = limit;
  }

  static QueryResponse query(
      ModelTable table, QueryRequest request, ItemReads reads, int pageItems) {
    Unmodelled.refuse(request.indexName() != null, "IndexName");
    Unmodelled.refuse(request.select() != null, "Select");
    Unmodelled.refuse(request.hasKeyConditions() || request.hasQueryFilter(), "KeyConditions");
    Unmodelled.refuse(request.hasAttributesToGet(), "AttributesToGet");
    if (request.keyConditionExpression() == null) {
      throw Invalid.request(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Parsed<Condition> keys = Expressions.condition(request.keyConditionExpression());
    Parsed<Condition> filter = ItemWrites.condition(request.filterExpression());
    Parsed<List<Path>> projection = projection(request.projectionExpression());
    Bindings bindings =
        bind(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            placeholders(keys, filter, projection));
    ConditionCheck.check(keys.expression(), bindings);
    check(table, filter, projection, bindings, true);
    KeyCondition key = KeyCondition.of(keys.expression(), bindings, table);
    var pages =
        new Pages(
            table,
            reads.read(request.consistentRead()),
            bindings,
            filter,
            projection,
            limit(request.limit(), pageItems));
    pages.read(key, request);
    var response =
        QueryResponse.builder()
            .items(pages.found)
            .count(pages.found.size())
            .scannedCount(pages.looked);
    return (pages.last == null ? response : response.lastEvaluatedKey(pages.last)).build();
  }

  static ScanResponse scan(ModelTable table, ScanRequest request, ItemReads reads, int pageItems) {
    Unmodelled.refuse(request.indexName() != null, "IndexName");
    Unmodelled.refuse(request.select() != null, "Select");
    Unmodelled.refuse(request.totalSegments() != null, "Segments");
    Unmodelled.refuse(request.hasScanFilter() || request.hasAttributesToGet(), "ScanFilter");
    Parsed<Condition> filter = ItemWrites.condition(request.filterExpression());
    Parsed<List<Path>> projection = projection(request.projectionExpression());
    Bindings bindings =
        bind(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            placeholders(filter, projection));
    check(table, filter, projection, bindings, false);
    var pages =
        new Pages(
            table,
            reads.read(request.consistentRead()),
            bindings,
            filter,
            projection,
            limit(request.limit(), pageItems));
    pages.readAll(request.hasExclusiveStartKey() ? request.exclusiveStartKey() : null);
    var response =
        ScanResponse.builder()
            .items(pages.found)
            .count(pages.found.size())
            .scannedCount(pages.looked);
    return (pages.last == null ? response : response.lastEvaluatedKey(pages.last)).build();
  }

  static @Nullable Parsed<List<Path>> projection(@Nullable String text) {
    return text == null ? null : Expressions.projection(text);
  }

  private static List<Placeholders> placeholders(@Nullable Parsed<?>... expressions) {
    List<Placeholders> all = new ArrayList<>(expressions.length);
    for (Parsed<?> expression : expressions) {
      if (expression != null) {
        all.add(expression.placeholders());
      }
    }
    return all;
  }

  private static void check(
      ModelTable table,
      @Nullable Parsed<Condition> filter,
      @Nullable Parsed<List<Path>> projection,
      Bindings bindings,
      boolean keysAreDecided) {
    if (filter != null) {
      ConditionCheck.check(filter.expression(), bindings);
      if (keysAreDecided) {
        FilterCheck.refuseKeys(filter.expression(), table.keyNames(), bindings);
      }
    }
    if (projection != null) {
      Projection.check(projection.expression(), bindings);
    }
  }

  private static int limit(@Nullable Integer asked, int pageItems) {
    if (asked != null && asked < 1) {
      throw Invalid.request("Limit must be greater than or equal to 1");
    }
    return asked == null ? pageItems : Math.min(asked, pageItems);
  }

  private void read(KeyCondition key, QueryRequest request) {
    boolean forward = request.scanIndexForward() == null || request.scanIndexForward();
    var partition = table.partition(key.partition());
    NavigableMap<AttributeValue, ItemHistory> inOrder =
        forward ? partition : partition.descendingMap();
    if (request.hasExclusiveStartKey()) {
      ModelTable.Key start = table.key(request.exclusiveStartKey());
      if (!start.partition().equals(ModelTable.identity(key.partition()))) {
        throw Invalid.request("The provided starting key is outside query boundaries");
      }
      inOrder = inOrder.tailMap(start.sort(), false);
    }
    for (ItemHistory history : inOrder.values()) {
      Map<String, AttributeValue> item = snapshot.see(history);
      if (!item.isEmpty() && key.sortMatches(item, bindings) && !look(item)) {
        return;
      }
    }
  }

  private void readAll(@Nullable Map<String, AttributeValue> startKey) {
    @Nullable ItemHistory start = startKey == null ? null : table.find(table.key(startKey));
    boolean started = start == null;
    for (Collection<ItemHistory> partition : table.partitions()) {
      for (ItemHistory history : partition) {
        Map<String, AttributeValue> item = started ? snapshot.see(history) : Map.of();
        started |= history == start;
        if (!item.isEmpty() && !look(item)) {
          return;
        }
      }
    }
  }

  /** Takes the item into the page; false when the page is full with it. */
  private boolean look(Map<String, AttributeValue> item) {
    looked++;
    if (filter == null || filter.expression().test(item, bindings)) {
      found.add(projection == null ? item : Projection.of(projection.expression(), item, bindings));
    }
    if (looked == limit) {
      last = table.keyAttributes(item);
    }
    return looked < limit;
  }
}
