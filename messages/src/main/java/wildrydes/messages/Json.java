package wildrydes.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.stree.JacksonJrsTreeCodec;
import com.fasterxml.jackson.jr.stree.JrsString;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259), read as trees and written as streams. It is Jackson's, without its data binding:
 * that is five hundred classes, which a function that starts would load before its first event.
 */
public final class Json {

  private static final JacksonJrsTreeCodec TREES = new JacksonJrsTreeCodec();

  private final JsonFactory factory;

  /** With Jackson's defaults. */
  public Json() {
    this(new JsonFactory());
  }

  public Json(JsonFactory factory) {
    this.factory = factory;
  }

  /**
   * The value that the text is; a missing one if it is empty.
   *
   * @throws JsonProcessingException if it is not JSON, or something stands behind the value
   */
  public JrsValue read(String text) throws JsonProcessingException {
    try (JsonParser parser = factory.createParser(text)) {
      return value(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value that the bytes are; a missing one if there are none.
   *
   * @throws IOException if they are not JSON, or something stands behind the value
   */
  public JrsValue read(InputStream bytes) throws IOException {
    try (JsonParser parser = factory.createParser(bytes)) {
      return value(parser);
    }
  }

  private static JrsValue value(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      return JacksonJrsTreeCodec.MISSING;
    }
    JrsValue value = TREES.readTree(parser);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "something stands behind the value");
    }
    return value;
  }

  public JsonGenerator writer(Writer text) {
    try {
      return factory.createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonGenerator writer(OutputStream bytes) throws IOException {
    return factory.createGenerator(bytes);
  }

  /** The text that the value is; nothing if it is anything else. */
  public static @Nullable String textOf(JrsValue value) {
    return value instanceof JrsString text ? text.getValue() : null;
  }

  /** The value as it would be written. */
  public String write(JrsValue value) {
    var text = new StringWriter();
    try (JsonGenerator json = writer(text)) {
      TREES.writeTree(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
