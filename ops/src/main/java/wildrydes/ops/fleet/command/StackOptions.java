package wildrydes.ops.fleet.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
public final class StackOptions {

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "WildRydes",
      description = "The stack, by which its tables are named (default: ${DEFAULT-VALUE}).")
  private String stack = "";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The stack's region (default: as for the aws command).")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile of ~/.aws to sign in with (default: as for the aws command).")
  private @Nullable String profile;

  String unicornsTable() {
    return stack + "-Unicorns";
  }

  Optional<String> region() {
    return Optional.ofNullable(region);
  }

  Optional<String> profile() {
    return Optional.ofNullable(profile);
  }
}
