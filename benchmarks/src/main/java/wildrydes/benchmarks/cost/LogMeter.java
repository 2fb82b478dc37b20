package wildrydes.benchmarks.cost;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import wildrydes.edge.SdkClients;

/**
 * Measures the lines that the functions would log on Lambda: it takes the layout out of the
 * functions' own log4j2.xml, whatever this JVM itself prints.
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
  static LogMeter listening() throws IOException {
    var logging = (LoggerContext) LogManager.getContext(false);
    Configuration functions = functionsOwn(logging);
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

  private static Configuration functionsOwn(LoggerContext logging) throws IOException {
    var edge = SdkClients.class.getProtectionDomain().getCodeSource().getLocation();
    String root = edge.toString();
    try {
      URI file =
          new URI(root.endsWith(".jar") ? "jar:" + root + "!/log4j2.xml" : root + "log4j2.xml");
      return ConfigurationFactory.getInstance().getConfiguration(logging, "functions", file);
    } catch (URISyntaxException e) {
      throw new IOException("The functions' log4j2.xml is not at " + root, e);
    }
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
