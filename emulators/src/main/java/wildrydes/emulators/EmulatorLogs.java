package wildrydes.emulators;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Keeps the emulators' libraries from writing between the product's own lines: they announce
 * themselves at INFO and trace every message at DEBUG. Their errors still show.
 */
final class EmulatorLogs {

  /** Held, because the JDK forgets a logger, and what it was told, once nobody else knows it. */
  private static final java.util.logging.Logger SQLITE =
      java.util.logging.Logger.getLogger("com.almworks.sqlite4java");

  private EmulatorLogs() {}

  static void hush() {
    // Where no SLF4J provider is at hand, SLF4J says so on stderr.
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
    for (String library :
        new String[] {
          "org.elasticmq",
          "org.apache.pekko",
          "scalikejdbc",
          "org.eclipse.jetty",
          "software.amazon.dynamodb"
        }) {
      Configurator.setLevel(library, Level.ERROR);
    }
    SQLITE.setLevel(java.util.logging.Level.OFF);
  }
}
