package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update of an item. All of its values are taken from the item as it was before any of them is
 * written.
 */
public record Update(
    List<Assignment> sets, List<Path> removals, List<Change> additions, List<Change> deletions) {

  /** {@code path = value}. */
  public record Assignment(Path path, NewValue value) {}

  /** A number to add, or a set to unite with or to take away. */
  public record Change(Path path, String placeholder) {}

  public Update {
    sets = List.copyOf(sets);
    removals = List.copyOf(removals);
    additions = List.copyOf(additions);
    deletions = List.copyOf(deletions);
  }

  /** Refuses what is wrong whatever the item is. */
  public void check(Bindings bindings) {
    Overlaps.refuse(paths(), bindings);
    for (Assignment set : sets) {
      set.value().check(bindings);
    }
    for (Change addition : additions) {
      Sets.checkAddition(bindings.value(addition.placeholder()));
    }
    for (Change deletion : deletions) {
      Sets.checkDeletion(bindings.value(deletion.placeholder()));
    }
  }

  /** Refuses to write a key; DynamoDB does so only once the condition holds. */
  public void checkKeys(Set<String> keyNames, Bindings bindings) {
    for (Path path : paths()) {
      if (keyNames.contains(path.root(bindings))) {
        throw Invalid.request(
            "One or more parameter values were invalid: Cannot update attribute %s. This attribute is part of the key"
                .formatted(path.root(bindings)));
      }
    }
  }

  private List<Path> paths() {
    List<Path> paths = new ArrayList<>(removals);
    sets.forEach(set -> paths.add(set.path()));
    additions.forEach(addition -> paths.add(addition.path()));
    deletions.forEach(deletion -> paths.add(deletion.path()));
    return paths;
  }

  /** The item as it will be. */
  public Map<String, AttributeValue> apply(Map<String, AttributeValue> item, Bindings bindings) {
    List<Writing> writings = new ArrayList<>(sets.size());
    for (Assignment set : sets) {
      writings.add(new Writing(set.path(), set.value().of(item, bindings)));
    }
    for (Change addition : additions) {
      AttributeValue before = addition.path().in(item, bindings);
      AttributeValue added = bindings.value(addition.placeholder());
      writings.add(new Writing(addition.path(), Sets.add(before, added)));
    }
    for (Change deletion : deletions) {
      AttributeValue before = deletion.path().in(item, bindings);
      AttributeValue deleted = bindings.value(deletion.placeholder());
      writings.add(new Writing(deletion.path(), Sets.delete(before, deleted)));
    }
    for (Path removal : removals) {
      writings.add(new Writing(removal, null));
    }
    Map<String, AttributeValue> after = new HashMap<>(item);
    DocumentWriter.write(after, writings, bindings);
    return after;
  }

  /**
   * A value at its place.
   *
   * @param value null where it is to be removed
   */
  record Writing(Path path, @Nullable AttributeValue value) {}
}
