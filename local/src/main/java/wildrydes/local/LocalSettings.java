package wildrydes.local;

import java.nio.file.Path;
import java.util.Optional;
import wildrydes.emulators.StackSettings;
import wildrydes.ops.deadletters.command.AuditOptions;

/**
 * How to start a {@link LocalPipeline}.
 *
 * @param apiPort 0 for any free one, as is {@code cloudWatchPort}
 * @param audit the file to which the page's replays are written down
 */
public record LocalSettings(StackSettings stack, int apiPort, int cloudWatchPort, Path audit) {

  /** In memory and on free ports, with the operator's usual audit file. */
  public static LocalSettings inMemory(Path template) {
    Path audit = new AuditOptions().file(System.getenv());
    return new LocalSettings(StackSettings.inMemory(template), 0, 0, audit);
  }

  /** The same, with an audit file of its own. */
  public LocalSettings withAudit(Path file) {
    return new LocalSettings(stack, apiPort, cloudWatchPort, file);
  }

  Optional<Path> data() {
    return stack.data();
  }
}
