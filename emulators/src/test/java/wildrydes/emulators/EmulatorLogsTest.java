package wildrydes.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class EmulatorLogsTest {

  @Test
  void hushingOutlastsAGarbageCollection() {
    EmulatorLogs.hush();

    System.gc();

    assertThat(Logger.getLogger("com.almworks.sqlite4java").isLoggable(Level.INFO)).isFalse();
  }
}
