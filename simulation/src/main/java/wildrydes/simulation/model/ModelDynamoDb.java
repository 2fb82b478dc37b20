package wildrydes.simulation.model;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import wildrydes.emulators.template.Table;
import wildrydes.simulation.model.expression.Invalid;

/**
 * DynamoDB for one thread, without network and without failures. Every expression is evaluated in
 * full; a read that is not consistent sees each item as it was a moment ago. What is not modelled
 * (transactions, indexes, legacy parameters) throws {@link UnsupportedOperationException}.
 */
public final class ModelDynamoDb implements DynamoDbClient {

  private final InstantSource clock;
  private final ItemReads reads;
  private final Map<String, ModelTable> tables = new HashMap<>();
  private final List<Consumer<ItemChange>> listeners = new ArrayList<>();
  private int pageItems = Integer.MAX_VALUE;

  /**
   * @param clock never goes back
   * @param staleness how long ago a read that is not consistent sees an item, from zero to five
   *     seconds; asked for each item that was written within them
   */
  public ModelDynamoDb(InstantSource clock, Supplier<Duration> staleness) {
    this.clock = clock;
    this.reads = new ItemReads(clock, staleness);
  }

  public void createTable(Table table) {
    tables.put(table.name(), new ModelTable(table));
  }

  /** Ends a page of a query or a scan after so many items, where DynamoDB ends it after 1 MB. */
  public void pagesOf(int items) {
    pageItems = items;
  }

  /** Tells of every write that is applied, after it. */
  public void onChange(Consumer<ItemChange> listener) {
    listeners.add(listener);
  }

  /** All items as they are now, whatever the staleness. */
  public List<Map<String, AttributeValue>> items(String table) {
    return table(table).items();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    ModelTable table = table(request.tableName());
    var written = ItemWrites.put(table, request);
    apply(table, written);
    var response = PutItemResponse.builder();
    return (request.returnValues() == ReturnValue.ALL_OLD && !written.before().isEmpty()
            ? response.attributes(written.before())
            : response)
        .build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var returned = request.returnValues();
    Unmodelled.refuse(
        returned == ReturnValue.UPDATED_OLD || returned == ReturnValue.UPDATED_NEW,
        "ReturnValues=" + returned);
    ModelTable table = table(request.tableName());
    var written = ItemWrites.update(table, request);
    apply(table, written);
    var response = UpdateItemResponse.builder();
    if (returned == ReturnValue.ALL_NEW) {
      response.attributes(written.after());
    } else if (returned == ReturnValue.ALL_OLD && !written.before().isEmpty()) {
      response.attributes(written.before());
    }
    return response.build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    ModelTable table = table(request.tableName());
    var written = ItemWrites.delete(table, request);
    apply(table, written);
    var response = DeleteItemResponse.builder();
    return (request.returnValues() == ReturnValue.ALL_OLD && !written.before().isEmpty()
            ? response.attributes(written.before())
            : response)
        .build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return Lookups.get(table(request.tableName()), request, reads);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return Lookups.batch(request, this::table, reads);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return Pages.query(table(request.tableName()), request, reads, pageItems);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return Pages.scan(table(request.tableName()), request, reads, pageItems);
  }

  private void apply(ModelTable table, ItemWrites.Written written) {
    table.write(written.key(), written.after(), clock.instant());
    if (!listeners.isEmpty()) {
      var change = new ItemChange(table.name(), written.before(), written.after());
      listeners.forEach(listener -> listener.accept(change));
    }
  }

  private ModelTable table(@Nullable String name) {
    if (name == null) {
      throw Invalid.request("The parameter 'TableName' is required but was not present");
    }
    ModelTable table = tables.get(name);
    if (table == null) {
      throw DynamoDbErrors.tableNotFound(name);
    }
    return table;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
