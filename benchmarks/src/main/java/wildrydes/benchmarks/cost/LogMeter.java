package wildrydes.benchmarks.cost;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import wildrydes.edge.logging.LambdaLogging;

/**
 * Measures the lines that the functions would log on Lambda: it takes the layout out of the
 * functions' own configuration, whatever this JVM itself prints.
 */
final class LogMeter extends AbstractAppender implements AutoCloseable {

  /** The name of all its loggers. */
  private static final String PRODUCT = "wildrydes";

  private final AtomicLong bytes = new AtomicLong();
  private final LoggerContext logging;

  private LogMeter(Layout<?> layout, LoggerContext logging) {
    super("LogMeter", null, layout, false, Property.EMPTY_ARRAY);
    this.logging = logging;
  }

  /** Listens, in place of what listened before, to all that the product logs. */
  static LogMeter listening() {
    var logging = (LoggerContext) LogManager.getContext(false);
    Configuration functions =
        new LambdaLogging().getConfiguration(logging, "functions", (URI) null);
    functions.initialize();
    Layout<?> layout = functions.getAppender("JSON").getLayout();
    var meter = new LogMeter(layout, logging);
    meter.start();
    // In the place of what there is: else the lines went to the terminal as well.
    var logger = new LoggerConfig(PRODUCT, Level.INFO, false);
    logger.addAppender(meter, Level.INFO, null);
    logging.getConfiguration().removeLogger(PRODUCT);
    logging.getConfiguration().addLogger(PRODUCT, logger);
    logging.updateLoggers();
    return meter;
  }

  @Override
  public void append(LogEvent event) {
    bytes.addAndGet(getLayout().toByteArray(event).length);
  }

  /** How many bytes there were until now; counting begins anew. */
  long take() {
    return bytes.getAndSet(0);
  }

  @Override
  public void close() {
    logging.getConfiguration().removeLogger(PRODUCT);
    logging.updateLoggers();
    stop();
  }
}
