package wildrydes.emulators.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.ServerlessFunction;

/**
 * What is to be started, and how.
 *
 * @param code a jar, which is put on the class path, or a folder of classes, which the runtime
 *     interface client reads itself, as on AWS, where jars are unpacked
 * @param environment goes before what Lambda gives the function
 * @param jvmOptions besides those of the managed runtime
 * @param prefix of the command line: another command that starts it, or nothing
 * @param output the folder of what it says
 */
public record Launch(
    ServerlessFunction function,
    String handler,
    Path code,
    InitializationType initialization,
    Map<String, String> environment,
    List<String> jvmOptions,
    List<String> prefix,
    Path output) {

  public Launch {
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
    prefix = List.copyOf(prefix);
  }

  /** The function's packed jar, on demand. */
  public static Launch ofJar(
      ServerlessFunction function, Map<String, String> environment, Path output) {
    return new Launch(
        function,
        function.handler(),
        jarOf(function),
        InitializationType.ON_DEMAND,
        environment,
        List.of(),
        List.of(),
        output);
  }

  /**
   * Where the template says that the function's code is.
   *
   * @throws IllegalStateException if it is not there
   */
  public static Path jarOf(ServerlessFunction function) {
    Path jar = StackSettings.repositoryTemplate().resolveSibling(function.codeUri());
    if (!jar.toFile().exists()) {
      throw new IllegalStateException(
          "There is no packed function " + jar + ". Pack it: mvn -Dfast package");
    }
    return jar;
  }
}
