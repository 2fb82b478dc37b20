package wildrydes.ops.terminal;

/**
 * What must still be done when Ctrl-C, or another end of the program, comes before this is closed.
 * It runs beside the work that was interrupted.
 */
public final class OnInterrupt implements AutoCloseable {

  private final Thread hook;

  private OnInterrupt(Thread hook) {
    this.hook = hook;
  }

  public static OnInterrupt run(Runnable action) {
    var hook = new Thread(action, "on-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new OnInterrupt(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending: the hook runs, or has run.
    }
  }
}
