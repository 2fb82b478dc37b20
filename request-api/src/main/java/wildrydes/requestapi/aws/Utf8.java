package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Texts and their bytes, without the question marks that Java puts in silently for what it cannot
 * encode: they would make two different texts equal.
 */
final class Utf8 {

  private Utf8() {}

  /** The text that the bytes are. */
  static String decode(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** How many bytes the text takes; half of a surrogate pair takes none and is refused. */
  static int bytes(String text) throws CharacterCodingException {
    return UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
  }

  /** Whether the text can be encoded at all. */
  static boolean isWellFormed(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }
}
