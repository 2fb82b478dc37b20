package wildrydes.ops.fleet.command;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar for long files, if there is a terminal to show it on. */
final class LoadProgress implements AutoCloseable {

  /** Shorter files are loaded before anybody could read a bar. */
  private static final int LONG = 200;

  private final Optional<ProgressBar> bar;

  private LoadProgress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static LoadProgress of(int unicorns) {
    return new LoadProgress(
        unicorns >= LONG && isTerminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Loading")
                    .setInitialMax(unicorns)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(100)
                    .build())
            : Optional.empty());
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  // Without a terminal, Java 25 has no console unless it is told to use another implementation.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
