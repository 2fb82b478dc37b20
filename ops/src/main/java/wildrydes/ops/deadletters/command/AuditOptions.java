package wildrydes.ops.deadletters.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.audit.AuditFile;
import wildrydes.ops.deadletters.audit.Operator;

/** Where actions are written down. */
public final class AuditOptions {

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = {"The audit file; by default RIDES_AUDIT, else", "~/.rides/audit.jsonl"})
  private @Nullable Path file;

  /** The file as the options, the environment or the person's home says. */
  public Path file(Map<String, String> environment) {
    if (file != null) {
      return file;
    }
    String named = environment.getOrDefault("RIDES_AUDIT", "");
    return named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".rides", "audit.jsonl")
        : Path.of(named);
  }

  /**
   * The audit of a stack.
   *
   * @param stack its name
   */
  public Audit audit(Map<String, String> environment, String stack, InstantSource clock) {
    return new AuditFile(file(environment), stack, Operator.of(environment), clock);
  }
}
