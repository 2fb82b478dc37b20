package wildrydes.ops.terminal;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error for long work, if there is a terminal to show it on. */
public final class Progress implements AutoCloseable {

  /** Less is done before anybody could read a bar. */
  private static final int LONG = 200;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Starts one.
   *
   * @param name what is going on, such as {@code Loading}
   * @param steps how many there will be, about
   */
  public static Progress of(String name, long steps) {
    return new Progress(
        steps >= LONG && isTerminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(100)
                    .build())
            : Optional.empty());
  }

  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  public void stepTo(long steps) {
    bar.ifPresent(shown -> shown.stepTo(steps));
  }

  /** Whether a person sits in front of it; a script's pipe or file is no terminal. */
  // Without a terminal, Java 25 has no console unless it is told to use another implementation.
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
