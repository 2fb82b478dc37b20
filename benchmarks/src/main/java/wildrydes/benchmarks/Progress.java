package wildrydes.benchmarks;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a benchmark is: a bar on a terminal, a line per stage elsewhere. */
public final class Progress implements AutoCloseable {

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static Progress of(String benchmark) {
    return new Progress(
        isTerminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName(benchmark)
                    .setInitialMax(0)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build())
            : Optional.empty());
  }

  /** What is measured now, in how many steps. */
  public void stage(String what, long steps) {
    bar.ifPresentOrElse(
        shown -> {
          shown.reset();
          shown.maxHint(steps);
          shown.setExtraMessage(what);
        },
        () -> System.err.println("  " + what));
  }

  public void step() {
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
