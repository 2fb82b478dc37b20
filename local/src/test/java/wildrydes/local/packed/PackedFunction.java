package wildrydes.local.packed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wildrydes.emulators.lambda.FunctionProcess;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.lambda.RuntimeApi;
import wildrydes.emulators.lambda.RuntimeApi.Answer;
import wildrydes.emulators.template.ServerlessFunction;

/**
 * One function's packed jar in a process of its own, with nothing beside it on the class path but
 * AWS's runtime interface client, and what it says.
 */
record PackedFunction(FunctionProcess running) implements AutoCloseable {

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
    return new PackedFunction(
        FunctionProcess.start(Launch.ofJar(function, environment, folder), api));
  }

  RuntimeApi api() {
    return running.api();
  }

  Process process() {
    return running.process();
  }

  Path stdout() {
    return running.stdout();
  }

  /** Invokes it and returns its answer, which must not be a failure. */
  JsonNode answerTo(String event) throws Exception {
    return switch (api().invoke(event)) {
      case Answer.Response(var body) -> JSON.readTree(body);
      case Answer.Failure(var body) -> throw new AssertionError(body + "\n" + errors());
    };
  }

  /** All lines on stdout, each of which must be one JSON object. */
  List<JsonNode> log() throws IOException {
    return Files.readAllLines(stdout()).stream().map(PackedFunction::object).toList();
  }

  /** What it said on stderr. */
  String errors() throws IOException {
    return Files.readString(running.stderr());
  }

  @Override
  public void close() {
    running.close();
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
}
