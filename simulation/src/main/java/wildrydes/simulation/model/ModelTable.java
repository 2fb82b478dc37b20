package wildrydes.simulation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.template.Table;
import wildrydes.simulation.model.expression.Invalid;
import wildrydes.simulation.model.expression.Values;

/** The items of a table, by partition and, within one, in the order of their sort keys. */
final class ModelTable {

  /** An item's place; without a sort key in the table, all of a partition's items have this one. */
  private static final AttributeValue NO_SORT = AttributeValue.fromS("");

  record Key(Object partition, AttributeValue sort) {}

  private final Table table;
  private final Set<String> keyNames;
  private final Map<Object, NavigableMap<AttributeValue, ItemHistory>> partitions =
      new LinkedHashMap<>();

  ModelTable(Table table) {
    this.table = table;
    this.keyNames =
        table.key().sort().isPresent()
            ? Set.of(table.key().partition(), table.key().sort().get())
            : Set.of(table.key().partition());
  }

  String name() {
    return table.name();
  }

  String partitionName() {
    return table.key().partition();
  }

  Optional<String> sortName() {
    return table.key().sort();
  }

  Set<String> keyNames() {
    return keyNames;
  }

  /** The key that a request names: its attributes and no others. */
  Key key(Map<String, AttributeValue> key) {
    if (key.size() != keyNames.size()) {
      throw Invalid.request("The provided key element does not match the schema");
    }
    return keyOf(key);
  }

  /** The key within a whole item. */
  Key keyOf(Map<String, AttributeValue> item) {
    Object partition = identity(element(item, partitionName()));
    return sortName().isPresent()
        ? new Key(partition, element(item, sortName().get()))
        : new Key(partition, NO_SORT);
  }

  private AttributeValue element(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || !value.type().name().equals(table.attributeTypes().get(name))) {
      throw Invalid.request(
          "One or more parameter values were invalid: Missing the key %s in the item, or it is of another type"
              .formatted(name));
    }
    if (isEmpty(value)) {
      throw Invalid.request(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty string value. Key: "
              + name);
    }
    return Values.normal(value);
  }

  private static boolean isEmpty(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().isEmpty();
      case B -> value.b().asByteArrayUnsafe().length == 0;
      default -> false;
    };
  }

  /** Partition keys are equal if and only if these are. */
  static Object identity(AttributeValue partition) {
    return switch (partition.type()) {
      case S -> partition.s();
      case N -> partition.n();
      default -> partition.b();
    };
  }

  /** The item's own key attributes. */
  Map<String, AttributeValue> keyAttributes(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(keyNames);
    return key;
  }

  /** What is known of the item; null if there never was one. */
  @Nullable ItemHistory find(Key key) {
    var partition = partitions.get(key.partition());
    return partition == null ? null : partition.get(key.sort());
  }

  /** The item now, empty if there is none. */
  Map<String, AttributeValue> now(Key key) {
    ItemHistory history = find(key);
    return history == null ? Map.of() : history.now();
  }

  void write(Key key, Map<String, AttributeValue> item, Instant now) {
    partitions
        .computeIfAbsent(key.partition(), _ -> new TreeMap<>(Values::compare))
        .computeIfAbsent(key.sort(), _ -> new ItemHistory())
        .write(item, now);
  }

  /** A partition's items in the order of their sort keys. */
  NavigableMap<AttributeValue, ItemHistory> partition(AttributeValue partition) {
    if (!partition.type().name().equals(table.attributeTypes().get(partitionName()))) {
      throw Invalid.request(
          "One or more parameter values were invalid: Condition parameter type does not match"
              + " schema type");
    }
    var items = partitions.get(identity(partition));
    return items == null ? Collections.emptyNavigableMap() : items;
  }

  /** All items there are or were, in an order that does not change. */
  List<Collection<ItemHistory>> partitions() {
    List<Collection<ItemHistory>> all = new ArrayList<>(partitions.size());
    partitions.values().forEach(partition -> all.add(partition.values()));
    return all;
  }

  /** All items as they are now. */
  List<Map<String, AttributeValue>> items() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (var partition : partitions.values()) {
      for (ItemHistory history : partition.values()) {
        if (!history.now().isEmpty()) {
          items.add(history.now());
        }
      }
    }
    return items;
  }
}
