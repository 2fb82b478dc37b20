package wildrydes.local;

import java.nio.file.Path;
import java.util.Optional;
import wildrydes.emulators.StackSettings;

/**
 * How to start a {@link LocalPipeline}.
 *
 * @param apiPort 0 for any free one, as is {@code cloudWatchPort}
 */
public record LocalSettings(StackSettings stack, int apiPort, int cloudWatchPort) {

  /** In memory and on free ports. */
  public static LocalSettings inMemory(Path template) {
    return new LocalSettings(StackSettings.inMemory(template), 0, 0);
  }

  Optional<Path> data() {
    return stack.data();
  }
}
