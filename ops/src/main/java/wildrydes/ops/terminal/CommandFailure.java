package wildrydes.ops.terminal;

/** Ends a command with an exit code and a message that needs no stack trace. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Exit exit;

  /**
   * A failure that is explained by its message alone.
   *
   * @param message what happened, to what, and what to do next
   */
  public CommandFailure(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** A failure with the exception that {@code --debug} shows. */
  public CommandFailure(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }
}
