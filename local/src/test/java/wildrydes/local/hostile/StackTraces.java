package wildrydes.local.hostile;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Listens, while it is open, for exceptions that are logged or end on the error stream. */
final class StackTraces implements AutoCloseable {

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final LoggerConfig root =
      ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
  private final Listener listener = new Listener();
  private final PrintStream usual = System.err;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  StackTraces() {
    listener.start();
    root.addAppender(listener, null, null);
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  List<String> seen() {
    String printed = errors.toString(StandardCharsets.UTF_8);
    if (printed.contains("\tat ")) {
      logged.add(printed);
    }
    return List.copyOf(logged);
  }

  @Override
  public void close() {
    System.setErr(usual);
    // Not stopped: a line on its way to it would fail whoever logs it.
    root.removeAppender(listener.getName());
  }

  private final class Listener extends AbstractAppender {

    Listener() {
      super("StackTraces", null, null, false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      if (event.getThrown() != null && isOfRequests(event.getLoggerName())) {
        logged.add(event.getMessage().getFormattedMessage() + ": " + event.getThrown());
      }
    }

    /** What the queues' readers say at the same time is about other tests' messages. */
    private static boolean isOfRequests(String logger) {
      return logger.startsWith("wildrydes.local.http") || logger.startsWith("wildrydes.requestapi");
    }
  }
}
