package wildrydes.benchmarks.coldstart;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wildrydes.emulators.lambda.FunctionProcess;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.lambda.RuntimeApi.Answer;

/**
 * One start of a function, in milliseconds.
 *
 * @param init from the start of the process until it asks for an event, or, under SnapStart, to be
 *     restored
 * @param first from the event, or from the restore, to the answer
 * @param second from the next event to its answer
 * @param residentKb the process's memory afterwards
 */
record Start(double init, double first, double second, long residentKb) {

  double untilFirstAnswer() {
    return init + first;
  }

  /** Starts the function, invokes it twice and ends it. */
  static Start of(Launch launch, String event) throws Exception {
    long begin = System.nanoTime();
    try (var function = FunctionProcess.start(launch)) {
      String problem = function.api().initialized();
      long ready = System.nanoTime();
      if (!problem.isEmpty()) {
        throw failure(launch, function, problem);
      }
      var answer = function.api().offer(event);
      function.api().restore();
      check(launch, function, answer.get());
      long first = System.nanoTime();
      check(launch, function, function.api().invoke(event));
      long second = System.nanoTime();
      return new Start(
          millis(ready - begin), millis(first - ready), millis(second - first), resident(function));
    }
  }

  /** Starts the function, invokes it so often, and measures nothing. */
  static void andInvoke(Launch launch, String event, int times) throws Exception {
    try (var function = FunctionProcess.start(launch)) {
      for (int i = 0; i < times; i++) {
        check(launch, function, function.api().invoke(event));
      }
    }
  }

  /** The classes that are loaded once the function has answered for the first time. */
  static long classesAtFirstAnswer(Launch launch, String event) throws Exception {
    Path log = launch.output().resolve("classes.log");
    List<String> options = new ArrayList<>(launch.jvmOptions());
    options.add("-Xlog:class+load=info:file=" + log + ":none");
    var logging =
        new Launch(
            launch.function(),
            launch.handler(),
            launch.code(),
            launch.initialization(),
            launch.environment(),
            options,
            launch.prefix(),
            launch.output());
    try (var function = FunctionProcess.start(logging)) {
      String problem = function.api().initialized();
      if (!problem.isEmpty()) {
        throw failure(launch, function, problem);
      }
      var answer = function.api().offer(event);
      function.api().restore();
      check(launch, function, answer.get());
      try (var lines = Files.lines(log)) {
        return lines.filter(line -> line.contains(" source: ")).count();
      }
    }
  }

  private static void check(Launch launch, FunctionProcess function, Answer answer)
      throws IOException {
    if (!(answer instanceof Answer.Response(var body))
        || body.contains("itemIdentifier")
        || body.contains("problem+json")) {
      throw failure(launch, function, answer.toString());
    }
  }

  private static IllegalStateException failure(Launch launch, FunctionProcess function, String what)
      throws IOException {
    return new IllegalStateException(
        "%s of %s said %s%n%s%n%s"
            .formatted(
                launch.handler(),
                launch.code(),
                what,
                Files.readString(function.stdout()),
                Files.readString(function.stderr())));
  }

  private static long resident(FunctionProcess function) throws IOException {
    Path status = Path.of("/proc", Long.toString(function.process().pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(requireNonNull(line).replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
