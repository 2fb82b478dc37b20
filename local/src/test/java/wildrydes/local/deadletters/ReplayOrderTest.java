package wildrydes.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.ops.deadletters.Lane;

class ReplayOrderTest {

  @Test
  void anOrderSaysWhichAndWhetherToDoIt() throws UnreadableOrder {
    assertThat(read("{\"queue\":\"outcomes\",\"reason\":\"no-such-ride\",\"execute\":true}"))
        .isEqualTo(new ReplayOrder(Optional.of(Lane.OUTCOMES), Optional.of("no-such-ride"), true));
  }

  @Test
  void whatIsNotSaidIsAnyAndADryRun() throws UnreadableOrder {
    var any = new ReplayOrder(Optional.empty(), Optional.empty(), false);

    assertThat(read("{}")).isEqualTo(any);
    assertThat(read("{\"queue\":null,\"reason\":null,\"execute\":false}")).isEqualTo(any);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | object",
        "execute | JSON",
        "[] | object",
        "{} {} | JSON",
        "{\"queue\":\"unicorns\"} | requests, outcomes or null",
        "{\"queue\":7} | queue must be a text or null",
        "{\"reason\":[\"a\"]} | reason must be a text or null",
        "{\"execute\":\"true\"} | true or false",
        "{\"execute\":null} | true or false",
        "{\"Execute\":true} | no field Execute"
      })
  void whatIsUnclearIsRefused(String body, String why) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableOrder.class)
        .hasMessageContaining(why);
  }

  private static ReplayOrder read(String body) throws UnreadableOrder {
    return ReplayOrder.read(body.getBytes(UTF_8));
  }
}
