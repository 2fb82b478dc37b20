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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script ./rides, in a folder of its own with a JDK and a Maven that only say what they do. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir private Path folder = Path.of("");

  private record Run(int exit, String out) {}

  @BeforeEach
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

  @Test
  void aFreshCloneIsBuiltAndThenStarted() throws Exception {
    Run run = rides("status", "an id");

    assertThat(run.exit()).isZero();
    assertThat(builds())
        .singleElement()
        .asString()
        .containsSubsequence("maven with " + folder + "/jdk-25: -B", "-Dfast", "package");
    assertThat(run.out())
        .containsSubsequence(
            "Building Wild Rydes, a minute",
            "jdk-25 runs",
            "/local/target/classes:"
                + folder
                + "/lib/some.jar wildrydes.local.Main [status] [an id]");
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws Exception {
    rides("status");

    assertThat(rides("status").out()).startsWith("jdk-25 runs");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    rides("status");
    later(folder.resolve("ops/src/main/java/A.java"));

    assertThat(rides("status").out()).startsWith("Building Wild Rydes, for its sources");
  }

  @Test
  void aDeletedSourceIsBuiltWithout() throws Exception {
    rides("status");
    later(folder.resolve("ops/src/main/java"));

    assertThat(rides("status").out()).startsWith("Building Wild Rydes, for its sources");
  }

  @Test
  void aMissingDependencyIsFetchedByABuild() throws Exception {
    rides("status");
    Files.delete(folder.resolve("lib/some.jar"));

    assertThat(rides("status").out()).startsWith("Building Wild Rydes");
  }

  @Test
  void aFailedBuildStartsNothingAndIsTriedAgain() throws Exception {
    write("broken", "");

    Run failed = rides("status");
    Files.delete(folder.resolve("broken"));

    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out())
        .contains("maven's own words", "The build failed")
        .doesNotContain("runs");
    assertThat(rides("status").out()).contains("jdk-25 runs");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Process first = start(Map.of(), "status");
    Process second = start(Map.of(), "status");

    String out = finish(first).out() + finish(second).out();

    assertThat(builds()).hasSize(1);
    assertThat(out).containsSubsequence("jdk-25 runs", "jdk-25 runs");
  }

  @Test
  void withoutFlockTwoAtOnceBuildOnceToo() throws Exception {
    Map<String, String> environment = Map.of("PATH", pathWithoutFlock());
    Process first = start(environment, "status");
    Process second = start(environment, "status");

    String out = finish(first).out() + finish(second).out();

    assertThat(builds()).hasSize(1);
    assertThat(out).containsSubsequence("jdk-25 runs", "jdk-25 runs");
    assertThat(folder.resolve(".rides/build.lock.link")).doesNotExist();
  }

  @Test
  void theLockOfADeadBuildHoldsNobody() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(folder.resolve(".rides"));
    Files.createSymbolicLink(
        folder.resolve(".rides/build.lock.link"), Path.of(Long.toString(dead.pid())));

    Run run = finish(start(Map.of("PATH", pathWithoutFlock()), "status"));

    assertThat(run.out()).contains("jdk-25 runs");
  }

  @Test
  void aLongRunHasModulesOfItsOwnThatTheNextRunCleansUp() throws Exception {
    write("lib/some.jar", "as built");

    Process first = start(Map.of(), "local", "--port", "0");
    Path copies = folder.resolve(".rides/run." + first.pid());
    Run run = finish(first);

    assertThat(run.out())
        .contains(
            copies + "/classes:" + copies + "/some.jar wildrydes.local.Main [local] [--port]");
    assertThat(copies.resolve("some.jar")).hasContent("as built");

    rides("local");
    assertThat(copies).doesNotExist();
  }

  @Test
  void aLinkFromAnywhereStartsItToo() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bin", "rides"));
    Files.createSymbolicLink(folder.resolve("bin/rides"), Path.of("..", "rides"));

    Run run = finish(start(link, Map.of(), "status"));

    assertThat(run.out()).contains("jdk-25 runs");
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws Exception {
    jdk("jdk-17", "17.0.9");
    Files.createDirectories(folder.resolve("home/.sdkman/candidates/java"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            folder.resolve("jdk-17").toString(),
            "PATH",
            folder.resolve("jdk-25/bin") + ":" + path());

    assertThat(finish(start(environment, "status")).out()).contains("jdk-25 runs");
  }

  @Test
  void theJdkThatIsAskedForIsTakenOrRefused() throws Exception {
    jdk("jdk-26", "26");
    jdk("jdk-17", "17.0.9");

    Run asked =
        finish(start(Map.of("RIDES_JAVA_HOME", folder.resolve("jdk-26").toString()), "status"));
    Run refused =
        finish(start(Map.of("RIDES_JAVA_HOME", folder.resolve("jdk-17").toString()), "status"));

    assertThat(asked.out()).contains("jdk-26 runs");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).contains("jdk-17, which is not a JDK 25 or newer");
  }

  private Run rides(String... arguments) throws IOException, InterruptedException {
    return finish(start(Map.of(), arguments));
  }

  private Process start(Map<String, String> more, String... arguments) throws IOException {
    return start(folder.resolve("rides"), more, arguments);
  }

  private Process start(Path script, Map<String, String> more, String... arguments)
      throws IOException {
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

  private List<String> builds() throws IOException {
    return Files.readAllLines(folder.resolve("maven.log"));
  }

  private static Run finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out);
  }

  private String path() {
    return folder.resolve("bin") + ":" + System.getenv("PATH");
  }

  /** As on macOS: only what the script may take for granted. */
  private String pathWithoutFlock() throws IOException {
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

  private void jdk(String name, String version) throws IOException {
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

  private Path write(String path, String text) throws IOException {
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

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }
}
