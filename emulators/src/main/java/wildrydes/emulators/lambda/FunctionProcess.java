package wildrydes.emulators.lambda;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;
import wildrydes.emulators.template.ServerlessFunction;

/**
 * A function in a process of its own under AWS's runtime interface client, started as Lambda's
 * managed runtime starts it, with no other environment than the given one. The client has native
 * code for Linux alone.
 */
public record FunctionProcess(RuntimeApi api, Process process, Path stdout, Path stderr)
    implements AutoCloseable {

  /** The property that names the client's native part. */
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Starts it under a Runtime API of its own. */
  public static FunctionProcess start(Launch launch) throws IOException {
    return start(launch, RuntimeApi.start(launch.function()));
  }

  /** Starts it under a Runtime API that is there already. */
  public static FunctionProcess start(Launch launch, RuntimeApi api) throws IOException {
    ServerlessFunction function = launch.function();
    Path stdout = launch.output().resolve(function.logicalId() + ".out");
    Path stderr = launch.output().resolve(function.logicalId() + ".err");
    boolean unpacked = Files.isDirectory(launch.code());
    // The client looks for classes and resources in its working directory.
    Path directory = unpacked ? launch.code() : launch.output();
    var builder =
        new ProcessBuilder(command(launch, unpacked))
            .directory(directory.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().clear();
    builder.environment().putAll(givenByLambda(launch, api));
    builder.environment().putAll(launch.environment());
    var process = builder.start();
    var _ = process.onExit().thenAccept(ended -> api.end("it ended with " + ended.exitValue()));
    return new FunctionProcess(api, process, stdout, stderr);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }

  private static List<String> command(Launch launch, boolean unpacked) {
    List<String> command = new ArrayList<>(launch.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The client loads native code and uses sun.misc.Unsafe: both would warn.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + NATIVE_CLIENT + "=" + NativeClient.UNPACKED);
    command.addAll(launch.initialization().jvmOptions(launch.function().memoryMegabytes()));
    command.addAll(launch.jvmOptions());
    command.add("-cp");
    command.add(classPath(unpacked ? Stream.of() : Stream.of(launch.code().toString())));
    command.add(AWSLambda.class.getName());
    command.add(launch.handler());
    return command;
  }

  private static Map<String, String> givenByLambda(Launch launch, RuntimeApi api) {
    ServerlessFunction function = launch.function();
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[1]0123456789abcdef");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", launch.initialization().value());
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("_HANDLER", launch.handler());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    return environment;
  }

  private static String classPath(Stream<String> code) {
    var runtime =
        Stream.of(
            AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class);
    return String.join(
        File.pathSeparator, Stream.concat(code, runtime.map(FunctionProcess::jarHolding)).toList());
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
