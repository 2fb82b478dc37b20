package wildrydes.simulation.model;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as one text each, in which the order of a set's elements does not matter. */
final class Canonical {

  private Canonical() {}

  static String text(Map<String, AttributeValue> item) {
    return new TreeMap<>(item)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
            .collect(joining(", ", "{", "}"));
  }

  private static String text(AttributeValue value) {
    return switch (value.type()) {
      case S -> '"' + value.s() + '"';
      case N -> number(value.n());
      case B -> bytes(value.b());
      case SS -> value.ss().stream().sorted().collect(joining(" ", "SS<", ">"));
      case NS ->
          value.ns().stream().map(Canonical::number).sorted().collect(joining(" ", "NS<", ">"));
      case BS -> value.bs().stream().map(Canonical::bytes).sorted().collect(joining(" ", "<", ">"));
      case BOOL -> value.bool().toString();
      case NUL -> "null";
      case L -> value.l().stream().map(Canonical::text).collect(joining(", ", "[", "]"));
      case M -> text(value.m());
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException(value.toString());
    };
  }

  private static String number(String text) {
    var number = new BigDecimal(text);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String bytes(SdkBytes bytes) {
    return HexFormat.of().formatHex(bytes.asByteArray());
  }
}
