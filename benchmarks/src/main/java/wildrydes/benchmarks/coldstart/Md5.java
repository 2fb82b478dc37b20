package wildrydes.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The checksums with which SQS answers, and which the SDK compares. */
final class Md5 {

  /** Stands before a value that is a text. */
  private static final int TEXT = 1;

  private Md5() {}

  static String ofText(String text) {
    return of(text.getBytes(UTF_8));
  }

  /**
   * The checksum of message attributes.
   *
   * @param texts sorted by name; all of type {@code String}
   */
  static String ofTexts(Map<String, String> texts) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var text : texts.entrySet()) {
        write(out, text.getKey());
        write(out, "String");
        out.write(TEXT);
        write(out, text.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
