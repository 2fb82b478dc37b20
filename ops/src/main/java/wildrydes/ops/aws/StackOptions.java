package wildrydes.ops.aws;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which stack a command is about. */
public final class StackOptions {

  private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "WildRydes",
      description = "The stack, by which all it has is named (default: ${DEFAULT-VALUE}).")
  private String stack = "WildRydes";

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

  /** The stack's name, with which the names of all its resources begin. */
  public String name() {
    return checked(stack, STACK, "--stack");
  }

  public String unicornsTable() {
    return name() + "-Unicorns";
  }

  public String ridesTable() {
    return name() + "-Rides";
  }

  Optional<String> region() {
    return Optional.ofNullable(region).map(name -> checked(name, REGION, "--region"));
  }

  Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  private String checked(String name, Pattern form, String option) {
    if (!form.matcher(name).matches()) {
      throw new ParameterException(spec.commandLine(), option + " cannot be '" + name + "'");
    }
    return name;
  }
}
