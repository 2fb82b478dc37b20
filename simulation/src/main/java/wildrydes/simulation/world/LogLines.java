package wildrydes.simulation.world;

import java.util.function.Consumer;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/** Takes what the functions log to the history of the run in which they do. */
@Plugin(name = "LogLines", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class LogLines extends AbstractAppender {

  private static final ThreadLocal<Consumer<String>> DESTINATION =
      ThreadLocal.withInitial(() -> _ -> {});

  private LogLines(String name) {
    super(name, null, null, false, Property.EMPTY_ARRAY);
  }

  @PluginFactory
  public static LogLines create(@PluginAttribute("name") String name) {
    return new LogLines(name);
  }

  /** Where the lines of the current thread go. */
  static void goTo(Consumer<String> destination) {
    DESTINATION.set(destination);
  }

  /** Everything that the product's layout would print, but for stack traces, which only name code. */
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
