package wildrydes.emulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with this one's class path: one that may be killed. */
record ChildJvm(Process process, BufferedReader said) implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 60;

  static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // ElasticMQ's Scala library still uses sun.misc.Unsafe, about which the JVM would
                // warn.
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new ChildJvm(process, process.inputReader());
  }

  String nextLine() throws IOException {
    var line = said.readLine();
    if (line == null) {
      throw new AssertionError("The JVM ended without a word");
    }
    return line;
  }

  String everythingSaid() throws IOException {
    return said.readAllAsString();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The JVM did not end");
    }
    return process.exitValue();
  }

  /** As {@code kill -9} does: no shutdown hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
