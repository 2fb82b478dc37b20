package wildrydes.benchmarks.coldstart;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which cores the functions and the benchmark itself run on, so that neither waits for the other.
 */
final class Processor {

  private static final String FUNCTIONS = "0";
  private static final String DRIVER = "1";

  private Processor() {}

  /** Whether processes can be bound to a core here. */
  static boolean canBind() {
    return Runtime.getRuntime().availableProcessors() > 1 && ran("taskset", "-V");
  }

  /** What a function's command line begins with. */
  static List<String> prefix(boolean bind) {
    return bind ? List.of("taskset", "-c", FUNCTIONS) : List.of();
  }

  /** Binds this process, with all its threads, to the other core. */
  static void bindDriver() {
    boolean _ = ran("taskset", "-a", "-cp", DRIVER, Long.toString(ProcessHandle.current().pid()));
  }

  /** Lets this process run on all cores again. */
  static void release() {
    boolean _ = ran("taskset", "-a", "-cp", "0-1023", Long.toString(ProcessHandle.current().pid()));
  }

  private static boolean ran(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
