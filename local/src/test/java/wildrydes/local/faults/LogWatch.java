package wildrydes.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Takes the place of the log while it is open: every line goes, as the functions' own layout makes
 * it, into a file, for thousands of injected faults would bury the build's output; and each is
 * searched for coordinates on its way.
 */
final class LogWatch implements AutoCloseable {

  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}\\.\\d{5,}");

  private final Set<String> coordinates;
  private final Queue<String> indiscreet = new ConcurrentLinkedQueue<>();
  private final LongAdder lines = new LongAdder();
  private final LongAdder cutOff = new LongAdder();
  private final LoggerConfig root;
  private final Map<String, Appender> usual;
  private final Watcher watcher;
  private final Writer file;

  /**
   * Begins to watch.
   *
   * @param coordinates what no line may contain; may still grow
   */
  LogWatch(Path file, Set<String> coordinates) throws IOException {
    this.coordinates = coordinates;
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file = Files.newBufferedWriter(file);
    this.root = ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
    this.usual = Map.copyOf(root.getAppenders());
    this.watcher = new Watcher(usual.values().iterator().next());
    watcher.start();
    usual.keySet().forEach(root::removeAppender);
    root.addAppender(watcher, null, null);
  }

  /** Lines that tell where somebody is. */
  List<String> indiscreet() {
    return List.copyOf(indiscreet);
  }

  long lines() {
    return lines.sum();
  }

  /** How often a function, or its work on a message, ran out of time. */
  long cutOff() {
    return cutOff.sum();
  }

  @Override
  public void close() throws IOException {
    root.removeAppender(watcher.getName());
    usual.values().forEach(appender -> root.addAppender(appender, null, null));
    watcher.stop();
    file.close();
  }

  private synchronized void look(String line) {
    lines.increment();
    if (line.contains("time ran out") || line.contains("timed out after")) {
      cutOff.increment();
    }
    if (DEGREES.matcher(line).results().anyMatch(found -> coordinates.contains(found.group()))) {
      indiscreet.add(line);
    }
    try {
      file.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Watcher extends AbstractAppender {

    private Watcher(Appender replaced) {
      super("LogWatch", null, replaced.getLayout(), false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      look(new String(getLayout().toByteArray(event), StandardCharsets.UTF_8));
    }
  }
}
