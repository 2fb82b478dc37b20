package wildrydes.requestapi.aws;

import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads a request's body as text: checks that it claims to be JSON in UTF-8, that it is not too
 * large, and that it is UTF-8, in this order. What is too large is neither decoded nor looked at.
 */
final class BodyReader {

  /** A ride request is a hundred bytes; this leaves room for fields to come. */
  static final int MAX_BYTES = 8 * 1024;

  private BodyReader() {}

  /** The body's text, without a look at what it says. */
  static String read(HttpRequest request) throws RefusedException {
    checkMediaType(request.header("Content-Type").orElse(""));
    checkEncoding(request.header("Content-Encoding").orElse(""));
    return request.isBase64() ? decode(request.body()) : checked(request.body());
  }

  private static void checkMediaType(String contentType) throws RefusedException {
    if (!MediaType.isJsonInUtf8(contentType)) {
      throw new RefusedException(
          Problem.UNSUPPORTED_MEDIA_TYPE,
          "Send the ride as JSON in UTF-8, with Content-Type: application/json.");
    }
  }

  private static void checkEncoding(String codings) throws RefusedException {
    boolean plain =
        Arrays.stream(codings.split(",", -1))
            .map(String::strip)
            .allMatch(coding -> coding.isEmpty() || coding.equalsIgnoreCase("identity"));
    if (!plain) {
      throw new RefusedException(
          Problem.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a Content-Encoding.");
    }
  }

  private static String decode(String base64) throws RefusedException {
    // Four characters carry three bytes, the last four at least one.
    checkSize(base64.length() / 4 * 3 - 2);
    byte[] bytes = bytes(base64);
    checkSize(bytes.length);
    try {
      return Utf8.decode(bytes);
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static byte[] bytes(String base64) throws RefusedException {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // Java's decoder forgives missing padding and stray last bits; then two texts are one body.
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, like what it forgives.
    }
    throw new RefusedException(
        Problem.MALFORMED_BODY, "The body is marked as base64 but is none (RFC 4648, section 4).");
  }

  private static String checked(String text) throws RefusedException {
    // Each character takes a byte at least.
    checkSize(text.length());
    try {
      checkSize(Utf8.bytes(text));
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
