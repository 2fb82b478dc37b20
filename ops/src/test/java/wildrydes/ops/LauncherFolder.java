package wildrydes.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script ./rides in a folder with a JDK and a Maven that only say what they do. */
record LauncherFolder(Path folder) {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  /** How a run ended, and all that it printed. */
  record Run(int exit, String out) {}

  /** A clone that was never built. */
  void layOut() throws IOException {
    Files.copy(Path.of("..", "rides"), folder.resolve("rides"));
    executable(folder.resolve("rides"));
    old(write("pom.xml", "<project/>"));
    old(write("ops/pom.xml", "<project/>"));
    old(write("ops/src/main/java/A.java", "class A {}"));
    for (String path : List.of("ops/src/main/java", "ops/src/main")) {
      old(folder.resolve(path));
    }
    write("lib/some.jar", "");
    jdk("jdk-25", "25.0.1");
    script(
        "bin/mvn",
        """
        echo "maven with $JAVA_HOME: $*" >>%1$s/maven.log
        echo "maven's own words"
        [ ! -f %1$s/broken ] || exit 1
        mkdir -p %1$s/local/target/classes
        printf '%%s' '%1$s/lib/some.jar' >%1$s/local/target/rides.classpath
        """
            .formatted(folder));
  }

  Run rides(String... arguments) throws IOException, InterruptedException {
    return finish(start(Map.of(), arguments));
  }

  Process start(Map<String, String> more, String... arguments) throws IOException {
    return start(folder.resolve("rides"), more, arguments);
  }

  Process start(Path script, Map<String, String> more, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("RIDES_"));
    environment.put("JAVA_HOME", folder.resolve("jdk-25").toString());
    environment.put("PATH", path());
    environment.putAll(more);
    return builder.redirectErrorStream(true).start();
  }

  List<String> builds() throws IOException {
    return Files.readAllLines(folder.resolve("maven.log"));
  }

  static Run finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out);
  }

  String path() {
    return folder.resolve("bin") + ":" + System.getenv("PATH");
  }

  /** As on macOS: only what the script may take for granted. */
  String pathWithoutFlock() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "head",
            "ln",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch")) {
      Path there = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          tools.resolve(tool), Files.exists(there) ? there : Path.of("/bin", tool));
    }
    return folder.resolve("bin") + ":" + tools;
  }

  void jdk(String name, String version) throws IOException {
    write(name + "/release", "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(name + "/bin/javac", "");
    // Options come before the class path, arguments after the main class: each in brackets.
    script(
        name + "/bin/java",
        """
        printf '%s runs' '%s'
        while [ "$1" != -cp ]; do shift; done
        printf ' %%s %%s' "$2" "$3"
        shift 3
        printf ' [%%s]' "$@"
        echo
        """
            .replace("'%s runs' '%s'", "'%%s runs' '%s'")
            .formatted(name));
  }

  private void script(String path, String text) throws IOException {
    executable(write(path, "#!/usr/bin/env bash\n" + text));
  }

  Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }
}
