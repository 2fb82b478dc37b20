package wildrydes.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Reads texts and times of messages as they are meant, where Jackson would make something of much
 * else: a number is no name, and no time either.
 */
final class StrictFields extends SimpleModule {
  private static final long serialVersionUID = 1;

  /** Years of four digits: their times differ by what milliseconds can count. */
  private static final int LAST_YEAR = 9999;

  StrictFields() {
    addDeserializer(String.class, new Text());
    addDeserializer(Instant.class, new Time());
  }

  private static final class Text extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = text(parser, context, String.class);
      if (!UTF_8.newEncoder().canEncode(text)) {
        // Stored, it would silently become another text.
        return context.reportInputMismatch(this, "half of a surrogate pair");
      }
      return text;
    }
  }

  private static final class Time extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    Time() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = text(parser, context, Instant.class);
      try {
        Instant time = Instant.parse(text);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year >= 0 && year <= LAST_YEAR) {
          return time;
        }
      } catch (DateTimeException e) {
        // Refused below, like what is out of range.
      }
      return context.reportInputMismatch(this, "no time of ISO 8601 in years of four digits");
    }
  }

  private static String text(JsonParser parser, DeserializationContext context, Class<?> wanted)
      throws IOException {
    return parser.hasToken(JsonToken.VALUE_STRING)
        ? parser.getText()
        : context.reportInputMismatch(wanted, "no text");
  }
}
