package wildrydes.simulation.model.expression;

import java.util.Arrays;
import software.amazon.awssdk.core.SdkBytes;

/** Parts of binary values. */
final class Bytes {

  private Bytes() {}

  static boolean startWith(SdkBytes whole, SdkBytes start) {
    return matchesAt(whole.asByteArrayUnsafe(), 0, start.asByteArrayUnsafe());
  }

  static boolean contain(SdkBytes whole, SdkBytes part) {
    byte[] all = whole.asByteArrayUnsafe();
    byte[] some = part.asByteArrayUnsafe();
    for (int at = 0; at <= all.length - some.length; at++) {
      if (matchesAt(all, at, some)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAt(byte[] whole, int at, byte[] part) {
    return at + part.length <= whole.length
        && Arrays.equals(whole, at, at + part.length, part, 0, part.length);
  }
}
