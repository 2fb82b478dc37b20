package wildrydes.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.jr.stree.JrsNumber;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The fields of one JSON object of a message, taken only as what they are: a number is no name, and
 * a text no number. Read one by one, they need none of the reflection that binding them to a record
 * would have to do first in a function that starts.
 */
record Fields(JrsValue object) {

  /** A field is missing or is not what it should be. */
  static final class WrongField extends Exception {
    private static final long serialVersionUID = 1;

    WrongField(String what) {
      super(what);
    }
  }

  /** Years of four digits: their times differ by what milliseconds can count. */
  private static final int LAST_YEAR = 9999;

  boolean has(String name) {
    return !object.path(name).isMissingNode();
  }

  Fields in(String name) throws WrongField {
    JrsValue value = object.path(name);
    check(value.isObject(), name, "an object");
    return new Fields(value);
  }

  String text(String name) throws WrongField {
    String text = Json.textOf(object.path(name));
    // Stored, half of a surrogate pair would silently become another text.
    if (text == null || !UTF_8.newEncoder().canEncode(text)) {
      throw new WrongField(name + " is not a text of whole characters");
    }
    return text;
  }

  RideId rideId(String name) throws WrongField {
    return RideId.parse(text(name)).orElseThrow(() -> new WrongField(name + " is not a ride id"));
  }

  double number(String name) throws WrongField {
    return jsonNumber(name).getValue().doubleValue();
  }

  long wholeNumber(String name) throws WrongField {
    JrsNumber number = jsonNumber(name);
    NumberType type = number.numberType();
    check(type == NumberType.INT || type == NumberType.LONG, name, "a whole number");
    return number.getValue().longValue();
  }

  private JrsNumber jsonNumber(String name) throws WrongField {
    if (object.path(name) instanceof JrsNumber number) {
      return number;
    }
    throw new WrongField(name + " is not a number");
  }

  /** A time of ISO 8601 in years of four digits. */
  Instant time(String name) throws WrongField {
    try {
      Instant time = Instant.parse(text(name));
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      check(year >= 0 && year <= LAST_YEAR, name, "in years of four digits");
      return time;
    } catch (DateTimeException e) {
      throw new WrongField(name + " is not a time of ISO 8601");
    }
  }

  private static void check(boolean right, String name, String wanted) throws WrongField {
    if (!right) {
      throw new WrongField(name + " is not " + wanted);
    }
  }
}
