package wildrydes.local.deadletters;

/** An order that cannot be understood; the message says what is wrong with it. */
public final class UnreadableOrder extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableOrder(String message) {
    super(message);
  }
}
