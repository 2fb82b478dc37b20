package wildrydes.ops.terminal;

import java.util.regex.Pattern;

/** Text that cannot steer a terminal. */
public final class PlainText {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private PlainText() {}

  /** The text with a question mark for each character that is not printed but obeyed. */
  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
