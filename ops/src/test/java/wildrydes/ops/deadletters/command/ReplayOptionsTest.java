package wildrydes.ops.deadletters.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.terminal.SpanConverter;

class ReplayOptionsTest {

  @Command
  private static final class Replaying {
    @Mixin private ReplayOptions options = new ReplayOptions();
  }

  @Test
  void whoSaysNothingGetsTheUsualRules() {
    var replaying = new Replaying();

    new CommandLine(replaying).registerConverter(Duration.class, new SpanConverter()).parseArgs();

    assertThat(replaying.options.rules(OptionalInt.empty())).isEqualTo(ReplayRules.usual());
  }
}
