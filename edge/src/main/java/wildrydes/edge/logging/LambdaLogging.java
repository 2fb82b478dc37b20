package wildrydes.edge.logging;

import java.io.OutputStream;
import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.jspecify.annotations.Nullable;

/**
 * Makes log4j's configuration. {@code log4j2.component.properties}, which only the packed functions
 * have, names this class.
 */
public final class LambdaLogging extends ConfigurationFactory {

  @Override
  protected String[] getSupportedTypes() {
    return new String[] {"*"};
  }

  /** None: whoever names a file means it. */
  @Override
  public @Nullable Configuration getConfiguration(
      LoggerContext context, ConfigurationSource source) {
    return null;
  }

  @Override
  public Configuration getConfiguration(
      LoggerContext context, String name, @Nullable URI configLocation) {
    return new JsonLines(context);
  }

  /** Our own lines from INFO, those of others from WARN, all to the console. */
  private static final class JsonLines extends AbstractConfiguration {

    JsonLines(LoggerContext context) {
      super(context, ConfigurationSource.NULL_SOURCE);
      isShutdownHookEnabled = false;
      // Otherwise log4j asks the network for it; nothing here prints it.
      getProperties().put("hostName", "lambda");
    }

    @Override
    protected void doConfigure() {
      var layout =
          JsonTemplateLayout.newBuilder()
              .setConfiguration(this)
              .setEventTemplateUri("classpath:LambdaJsonLayout.json")
              .build();
      // Not ConsoleAppender: to check its settings its builder reads annotations, at each cold
      // start.
      var console =
          OutputStreamAppender.createAppender(
              layout, null, new StandardOutput(), "JSON", false, true);
      addAppender(console);
      LoggerConfig root = getRootLogger();
      root.setLevel(Level.WARN);
      root.addAppender(console, null, null);
      var own = new LoggerConfig("wildrydes", Level.INFO, true);
      addLogger(own.getName(), own);
      own.setParent(root);
    }
  }

  /** What {@code System.out} is at the time: a rehearsal redirects it. */
  private static final class StandardOutput extends OutputStream {

    @Override
    public void write(int oneByte) {
      System.out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      System.out.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      System.out.flush();
    }
  }
}
