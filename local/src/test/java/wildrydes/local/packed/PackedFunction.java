package wildrydes.local.packed;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.packed.RuntimeApi.Answer;

/**
 * One function's packed jar in a process of its own, with nothing beside it on the class path but
 * AWS's runtime interface client, and with no other environment than the given one.
 */
record PackedFunction(RuntimeApi api, Process process, Path stdout, Path stderr)
    implements AutoCloseable {

  /** The property that names the client's native part. */
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static final JsonMapper JSON = new JsonMapper();

  /** Starts it and writes what it says into {@code folder}. */
  static PackedFunction start(
      ServerlessFunction function, Map<String, String> environment, Path folder)
      throws IOException {
    return start(function, RuntimeApi.start(function), environment, folder);
  }

  /**
   * Starts it under a Runtime API that is there already.
   *
   * @param environment goes before what Lambda gives it
   */
  static PackedFunction start(
      ServerlessFunction function, RuntimeApi api, Map<String, String> environment, Path folder)
      throws IOException {
    Path stdout = folder.resolve(function.logicalId() + ".out");
    Path stderr = folder.resolve(function.logicalId() + ".err");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The client loads native code and uses sun.misc.Unsafe: both would warn.
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + NATIVE_CLIENT + "=" + NativeClient.UNPACKED,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(jarOf(function)),
                AWSLambda.class.getName(),
                function.handler())
            .directory(folder.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().clear();
    builder.environment().putAll(givenByLambda(function, api));
    builder.environment().putAll(environment);
    var process = builder.start();
    var _ = process.onExit().thenAccept(ended -> api.end("it ended with " + ended.exitValue()));
    return new PackedFunction(api, process, stdout, stderr);
  }

  /** Where the template says that the function's code is. */
  static Path jarOf(ServerlessFunction function) {
    Path jar = StackSettings.repositoryTemplate().resolveSibling(function.codeUri());
    assertThat(jar).as("a packed function: mvn verify packs it before it runs this").exists();
    return jar;
  }

  /** Invokes it and returns its answer, which must not be a failure. */
  JsonNode answerTo(String event) throws Exception {
    return switch (api.invoke(event)) {
      case Answer.Response(var body) -> JSON.readTree(body);
      case Answer.Failure(var body) -> throw new AssertionError(body + "\n" + errors());
    };
  }

  /** All lines on stdout, each of which must be one JSON object. */
  List<JsonNode> log() throws IOException {
    return Files.readAllLines(stdout).stream().map(PackedFunction::object).toList();
  }

  /** What it said on stderr. */
  String errors() throws IOException {
    return Files.readString(stderr);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }

  private static JsonNode object(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      assertThat(json.isObject()).as(line).isTrue();
      return json;
    } catch (IOException e) {
      throw new AssertionError("Not JSON: " + line, e);
    }
  }

  private static Map<String, String> givenByLambda(ServerlessFunction function, RuntimeApi api) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[1]0123456789abcdef");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("_HANDLER", function.handler());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    return environment;
  }

  private static String classPath(Path jar) {
    return String.join(
        File.pathSeparator,
        jar.toString(),
        jarHolding(AWSLambda.class),
        jarHolding(PojoSerializer.class));
  }

  private static String jarHolding(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The client's native part, unpacked once for all. Left to itself, the client unpacks it to one
   * place for all processes of a machine, and one that starts while another unpacks it crashes.
   */
  private static final class NativeClient {

    static final Path UNPACKED = unpack();

    private static Path unpack() {
      String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
      String system = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
      String packed = "/jni/libaws-lambda-jni." + system + "-" + machine + ".so";
      try (InputStream library = requireNonNull(AWSLambda.class.getResourceAsStream(packed))) {
        Path unpacked = Files.createTempFile("runtime", ".so");
        unpacked.toFile().deleteOnExit();
        Files.copy(library, unpacked, REPLACE_EXISTING);
        return unpacked;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
