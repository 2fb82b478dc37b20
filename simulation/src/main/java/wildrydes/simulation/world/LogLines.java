package wildrydes.simulation.world;

import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Takes what the functions log to the history of the run in which they do. */
final class LogLines extends AbstractAppender {

  private static final ThreadLocal<Consumer<String>> DESTINATION =
      ThreadLocal.withInitial(() -> _ -> {});

  static {
    var appender = new LogLines();
    appender.start();
    var context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().addAppender(appender);
    context.getConfiguration().getRootLogger().addAppender(appender, null, null);
    context.updateLoggers();
  }

  private LogLines() {
    super("History", null, null, false, Property.EMPTY_ARRAY);
  }

  /** Where the lines of the current thread go. */
  static void goTo(Consumer<String> destination) {
    DESTINATION.set(destination);
  }

  /**
   * Everything that the product's layout would print, but for stack traces, which only name code.
   */
  @Override
  public void append(LogEvent event) {
    var line = new StringBuilder(event.getLevel().name());
    line.append(' ').append(event.getMessage().getFormattedMessage());
    line.append(' ').append(event.getContextData());
    for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
      line.append(" | ").append(cause);
    }
    DESTINATION.get().accept(line.toString());
  }
}
