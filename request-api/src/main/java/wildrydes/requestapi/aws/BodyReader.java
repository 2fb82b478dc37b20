package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;

/**
 * Reads a request's body as text: checks that it claims to be JSON in UTF-8, and that it is UTF-8.
 */
final class BodyReader {

  /** A ride request is a hundred bytes; this leaves room for fields to come. */
  static final int MAX_BYTES = 8 * 1024;

  private BodyReader() {}

  /** The body's text, without a look at what it says. */
  static String read(HttpRequest request) throws RefusedException {
    checkMediaType(request.header("Content-Type").orElse(""));
    String encoding = request.header("Content-Encoding").orElse("identity").strip();
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new RefusedException(
          Problem.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a Content-Encoding.");
    }
    return request.isBase64() ? decode(request.body()) : checked(request.body());
  }

  private static void checkMediaType(String contentType) throws RefusedException {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    boolean json = parts[0].strip().equals("application/json");
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      if (parameter[0].strip().equals("charset") && parameter.length == 2) {
        String charset = parameter[1].strip().replace("\"", "");
        json &= charset.equals("utf-8");
      }
    }
    if (!json) {
      throw new RefusedException(
          Problem.UNSUPPORTED_MEDIA_TYPE,
          "Send the ride as JSON in UTF-8, with Content-Type: application/json.");
    }
  }

  private static String decode(String base64) throws RefusedException {
    // Four characters carry three bytes: what is longer need not be decoded to be too large.
    checkSize(base64.length() / 4 * 3 - 2);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Problem.MALFORMED_BODY, "The body is marked as base64 but is none.");
    }
    checkSize(bytes.length);
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static String checked(String text) throws RefusedException {
    checkSize(text.length());
    try {
      checkSize(UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining());
      return text;
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static void checkSize(int bytes) throws RefusedException {
    if (bytes > MAX_BYTES) {
      throw new RefusedException(
          Problem.PAYLOAD_TOO_LARGE, "Send at most " + MAX_BYTES + " bytes.");
    }
  }

  private static RefusedException notUtf8() {
    return new RefusedException(Problem.MALFORMED_JSON, "The body is not valid UTF-8.");
  }
}
