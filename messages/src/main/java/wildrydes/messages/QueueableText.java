package wildrydes.messages;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Escapes the two characters that JSON allows in a text but SQS in no message: U+FFFE and U+FFFF.
 * The control characters, which SQS does not take either, JSON always escapes.
 */
final class QueueableText extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    return standardAsciiEscapesForJSON();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return character == 0xFFFE || character == 0xFFFF
        ? new SerializedString("\\u" + Integer.toHexString(character).toUpperCase(Locale.ROOT))
        : null;
  }
}
