package wildrydes.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.lambda.InitializationType;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.template.ServerlessFunction;

/** One function, built in one way. */
record Build(ServerlessFunction function, String handler, Unpacked code) {

  private static final String ORDINARY = "wildrydes.benchmarks.ordinary.";

  /** As it is deployed. */
  static Build product(ServerlessFunction function, Path folder) throws IOException {
    Path jar = Launch.jarOf(function);
    return new Build(function, function.handler(), Unpacked.of(jar, folder.resolve("product")));
  }

  /** The same function with everything's defaults. */
  static Build ordinary(ServerlessFunction function, Path folder) throws IOException {
    String name = function.logicalId().replaceFirst("Function$", "");
    Path jar = packedOrdinarily(function.codeUri().replaceFirst(".*/", ""));
    return new Build(
        function,
        ORDINARY + "Ordinary" + name + "::handleRequest",
        Unpacked.of(jar, folder.resolve("ordinary")));
  }

  /** A function that does nothing, with the memory of this one. */
  static Build hello(ServerlessFunction function, Path folder) throws IOException {
    return new Build(
        function,
        ORDINARY + "Hello::handleRequest",
        Unpacked.of(packedOrdinarily("hello.jar"), folder.resolve("hello")));
  }

  private static Path packedOrdinarily(String jar) {
    return StackSettings.repositoryTemplate()
        .resolveSibling("benchmarks/ordinary/target")
        .resolve(jar);
  }

  Launch launch(StubAws aws, InitializationType type, List<String> options, List<String> prefix)
      throws IOException {
    Map<String, String> environment = new TreeMap<>(aws.environment());
    environment.putAll(function.environment());
    if (type == InitializationType.SNAP_START) {
      // They would be in the snapshot, so Lambda offers them at an address instead.
      environment.keySet().removeIf(name -> name.matches("AWS_(ACCESS|SECRET|SESSION)_.*"));
    } else {
      environment.keySet().removeIf(name -> name.startsWith("AWS_CONTAINER"));
    }
    return new Launch(
        function,
        handler,
        code.folder(),
        type,
        environment,
        options,
        prefix,
        Files.createTempDirectory(code.folder().getParent(), "run"));
  }
}
