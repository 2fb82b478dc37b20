package wildrydes.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wildrydes.benchmarks.coldstart.FunctionStarts.Way;

/**
 * What a cold start depends on and can be counted, beside the ordinary build of each function. The
 * runtime interface client has native code for Linux alone.
 */
@EnabledOnOs(OS.LINUX)
class LeanFunctionsIT {

  @TempDir private Path folder;

  @Test
  void eachFunctionLoadsFewerClassesAndHasASmallerJarThanItsOrdinaryBuild() throws Exception {
    try (var aws = StubAws.start()) {
      for (var declared : DeployedFunctions.all(aws.endpoint())) {
        var function = new FunctionStarts(declared, aws, List.of(), folder);
        function.countClasses();

        assertThat(function.classes(Way.PRODUCT))
            .as("classes that %s has loaded at its first answer", function.name())
            .isPositive()
            .isLessThan(function.classes(Way.ORDINARY) * 75 / 100);
        assertThat(function.jarBytes(Way.PRODUCT))
            .as("bytes of %s's jar", function.name())
            .isLessThan(function.jarBytes(Way.ORDINARY) * 60 / 100);
      }
    }
  }
}
