package wildrydes.benchmarks.searching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes an item has to DynamoDB, by the rules of its developer guide. */
final class ItemSize {

  private ItemSize() {}

  /** Names in UTF-8, text in UTF-8, a byte for two digits of a number and one more. */
  static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    if (value.s() != null) {
      return bytes(value.s());
    }
    if (value.n() == null) {
      throw new IllegalArgumentException("a unicorn has texts and numbers only: " + value);
    }
    var number = new BigDecimal(value.n()).stripTrailingZeros();
    return (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
