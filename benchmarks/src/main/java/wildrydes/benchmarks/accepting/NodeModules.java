package wildrydes.benchmarks.accepting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wildrydes.emulators.StackSettings;

/**
 * The seed's function with the libraries that its lock file names, in {@code
 * benchmarks/target/seed-node}. npm fetches them once; later runs find them there.
 */
final class NodeModules {

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "bootstrap.mjs", "request-unicorn.mjs");

  private static final int PATIENCE_SECONDS = 300;

  private NodeModules() {}

  /**
   * The folder to run Node.js in.
   *
   * @throws IllegalStateException saying what is missing
   */
  static Path installed() throws IOException, InterruptedException {
    Path source = StackSettings.repositoryTemplate().resolveSibling("benchmarks/seed-node");
    Path folder = source.resolveSibling("target/seed-node");
    Files.createDirectories(folder);
    for (String file : FILES) {
      Files.copy(source.resolve(file), folder.resolve(file), REPLACE_EXISTING);
    }
    Path installed = folder.resolve("installed-lock.json");
    Path wanted = folder.resolve("package-lock.json");
    if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
      run(folder, "npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund");
      Files.copy(wanted, installed, REPLACE_EXISTING);
    }
    return folder;
  }

  /** As {@code node --version} says it. */
  static String nodeVersion() throws IOException, InterruptedException {
    return run(Path.of("."), "node", "--version").strip();
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    String line = String.join(" ", command);
    Path said = Files.createTempFile("node", ".log");
    try {
      Process process = start(folder, said, command);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw failure(line, "did not end within " + PATIENCE_SECONDS + " s", said);
      }
      if (process.exitValue() != 0) {
        throw failure(line, "ended with " + process.exitValue(), said);
      }
      return Files.readString(said, UTF_8);
    } finally {
      Files.delete(said);
    }
  }

  private static Process start(Path folder, Path said, String... command) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(said.toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          command[0]
              + " cannot be run. The seed's function needs Node.js 20 or newer with npm: install them.",
          e);
    }
  }

  private static IllegalStateException failure(String line, String what, Path said)
      throws IOException {
    return new IllegalStateException(
        "%s %s. npm fetches the seed's libraries from its registry, the first time: is there a network? It said:%n%s"
            .formatted(line, what, Files.readString(said, UTF_8)));
  }
}
