package wildrydes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  @TempDir private Path folder = Path.of("");

  private LauncherFolder launcher = new LauncherFolder(folder);

  @BeforeEach
  void layOut() throws IOException {
    launcher = new LauncherFolder(folder);
    launcher.layOut();
  }

  @Test
  void aFreshCloneIsBuiltAndThenStarted() throws Exception {
    LauncherFolder.Run run = launcher.rides("status", "an id");

    assertThat(run.exit()).isZero();
    assertThat(launcher.builds())
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
    launcher.rides("status");

    assertThat(launcher.rides("status").out()).startsWith("jdk-25 runs");
    assertThat(launcher.builds()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    launcher.rides("status");
    LauncherFolder.later(folder.resolve("ops/src/main/java/A.java"));

    assertThat(launcher.rides("status").out()).startsWith("Building Wild Rydes, for its sources");
  }

  @Test
  void aDeletedSourceIsBuiltWithout() throws Exception {
    launcher.rides("status");
    LauncherFolder.later(folder.resolve("ops/src/main/java"));

    assertThat(launcher.rides("status").out()).startsWith("Building Wild Rydes, for its sources");
  }

  @Test
  void aMissingDependencyIsFetchedByABuild() throws Exception {
    launcher.rides("status");
    Files.delete(folder.resolve("lib/some.jar"));

    assertThat(launcher.rides("status").out()).startsWith("Building Wild Rydes");
  }

  @Test
  void aFailedBuildStartsNothingAndIsTriedAgain() throws Exception {
    launcher.write("broken", "");

    LauncherFolder.Run failed = launcher.rides("status");
    Files.delete(folder.resolve("broken"));

    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out())
        .contains("maven's own words", "The build failed")
        .doesNotContain("runs");
    assertThat(launcher.rides("status").out()).contains("jdk-25 runs");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Process first = launcher.start(Map.of(), "status");
    Process second = launcher.start(Map.of(), "status");

    String out = LauncherFolder.finish(first).out() + LauncherFolder.finish(second).out();

    assertThat(launcher.builds()).hasSize(1);
    assertThat(out).containsSubsequence("jdk-25 runs", "jdk-25 runs");
  }

  @Test
  void withoutFlockTwoAtOnceBuildOnceToo() throws Exception {
    Map<String, String> environment = Map.of("PATH", launcher.pathWithoutFlock());
    Process first = launcher.start(environment, "status");
    Process second = launcher.start(environment, "status");

    String out = LauncherFolder.finish(first).out() + LauncherFolder.finish(second).out();

    assertThat(launcher.builds()).hasSize(1);
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

    LauncherFolder.Run run =
        LauncherFolder.finish(
            launcher.start(Map.of("PATH", launcher.pathWithoutFlock()), "status"));

    assertThat(run.out()).contains("jdk-25 runs");
  }

  @Test
  void aLongRunHasModulesOfItsOwnThatTheNextRunCleansUp() throws Exception {
    launcher.write("lib/some.jar", "as built");

    Process first = launcher.start(Map.of(), "local", "--port", "0");
    Path copies = folder.resolve(".rides/run." + first.pid());
    LauncherFolder.Run run = LauncherFolder.finish(first);

    assertThat(run.out())
        .contains(
            copies + "/classes:" + copies + "/some.jar wildrydes.local.Main [local] [--port]");
    assertThat(copies.resolve("some.jar")).hasContent("as built");

    launcher.rides("local");
    assertThat(copies).doesNotExist();
  }

  @Test
  void aLinkFromAnywhereStartsItToo() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bin", "rides"));
    Files.createSymbolicLink(folder.resolve("bin/rides"), Path.of("..", "rides"));

    LauncherFolder.Run run = LauncherFolder.finish(launcher.start(link, Map.of(), "status"));

    assertThat(run.out()).contains("jdk-25 runs");
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws Exception {
    launcher.jdk("jdk-17", "17.0.9");
    Files.createDirectories(folder.resolve("home/.sdkman/candidates/java"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            folder.resolve("jdk-17").toString(),
            "PATH",
            folder.resolve("jdk-25/bin") + ":" + launcher.path());

    assertThat(LauncherFolder.finish(launcher.start(environment, "status")).out())
        .contains("jdk-25 runs");
  }

  @Test
  void theJdkThatIsAskedForIsTakenOrRefused() throws Exception {
    launcher.jdk("jdk-26", "26");
    launcher.jdk("jdk-17", "17.0.9");

    LauncherFolder.Run asked =
        LauncherFolder.finish(
            launcher.start(
                Map.of("RIDES_JAVA_HOME", folder.resolve("jdk-26").toString()), "status"));
    LauncherFolder.Run refused =
        LauncherFolder.finish(
            launcher.start(
                Map.of("RIDES_JAVA_HOME", folder.resolve("jdk-17").toString()), "status"));

    assertThat(asked.out()).contains("jdk-26 runs");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).contains("jdk-17, which is not a JDK 25 or newer");
  }
}
