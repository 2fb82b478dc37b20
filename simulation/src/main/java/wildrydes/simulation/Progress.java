package wildrydes.simulation;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the runs are, for whoever watches a terminal. */
final class Progress implements AutoCloseable {

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static Progress none() {
    return new Progress(Optional.empty());
  }

  static Progress of(long runs) {
    return new Progress(
        isTerminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Runs")
                    .setInitialMax(runs)
                    .setStyle(ProgressBarStyle.ASCII)
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
