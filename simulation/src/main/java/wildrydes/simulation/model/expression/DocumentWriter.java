package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.simulation.model.expression.Update.Writing;

/**
 * Writes values at their places in an item, deep ones too. List indexes are those of the list as it
 * was: what is written beyond its end is appended in the order of the indexes, and removals come
 * last, from behind.
 */
final class DocumentWriter {

  private DocumentWriter() {}

  static void write(Map<String, AttributeValue> item, List<Writing> writings, Bindings bindings) {
    List<Writing> nested = new ArrayList<>();
    for (Writing writing : writings) {
      if (writing.path().steps().size() > 1) {
        nested.add(writing);
      } else if (writing.value() == null) {
        item.remove(writing.path().root(bindings));
      } else {
        item.put(writing.path().root(bindings), writing.value());
      }
    }
    for (Writing writing : inOrder(nested)) {
      String root = writing.path().root(bindings);
      item.put(root, changed(item.get(root), writing, 1, bindings));
    }
  }

  private static List<Writing> inOrder(List<Writing> writings) {
    if (writings.size() < 2) {
      return writings;
    }
    List<Writing> sets = new ArrayList<>();
    List<Writing> removals = new ArrayList<>();
    writings.forEach(writing -> (writing.value() == null ? removals : sets).add(writing));
    Comparator<Writing> byIndex = Comparator.comparingInt(DocumentWriter::lastIndex);
    sets.sort(byIndex);
    removals.sort(byIndex.reversed());
    sets.addAll(removals);
    return sets;
  }

  private static int lastIndex(Writing writing) {
    return writing.path().steps().getLast() instanceof Path.Step.Index(var index) ? index : -1;
  }

  private static AttributeValue changed(
      @Nullable AttributeValue value, Writing writing, int step, Bindings bindings) {
    if (value == null) {
      throw notFound();
    }
    boolean last = step == writing.path().steps().size() - 1;
    if (writing.path().steps().get(step) instanceof Path.Step.Index(var index)) {
      return element(value, index, last, writing, step, bindings);
    }
    if (!value.hasM()) {
      throw notFound();
    }
    String name = writing.path().field(step, bindings);
    Map<String, AttributeValue> fields = new HashMap<>(value.m());
    if (!last) {
      fields.put(name, changed(fields.get(name), writing, step + 1, bindings));
    } else if (writing.value() == null) {
      fields.remove(name);
    } else {
      fields.put(name, writing.value());
    }
    return AttributeValue.fromM(fields);
  }

  private static AttributeValue element(
      AttributeValue value, int index, boolean last, Writing writing, int step, Bindings bindings) {
    if (!value.hasL()) {
      throw notFound();
    }
    List<AttributeValue> elements = new ArrayList<>(value.l());
    boolean inside = index < elements.size();
    if (!last) {
      if (!inside) {
        throw notFound();
      }
      elements.set(index, changed(elements.get(index), writing, step + 1, bindings));
    } else if (writing.value() == null) {
      if (inside) {
        elements.remove(index);
      }
    } else if (inside) {
      elements.set(index, writing.value());
    } else {
      elements.add(writing.value());
    }
    return AttributeValue.fromL(elements);
  }

  private static RuntimeException notFound() {
    return Invalid.request(
        "The document path provided in the update expression is invalid for update");
  }
}
