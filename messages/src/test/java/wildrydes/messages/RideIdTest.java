package wildrydes.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RideIdTest {

  @Test
  void everySixteenBytesMakeAnIdThatSpellsThem() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);

      RideId id = RideId.of(bytes);

      assertThat(RideId.parse(id.toString())).contains(id);
      assertThat(Base64.getUrlDecoder().decode(id.value())).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "AAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAB",
        "AAAAAAAAAAAAAAAAAAAA==",
        "AAAAAAAAAA/AAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA\n",
        "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠A",
      })
  void anythingElseIsNoId(String text) {
    assertThat(RideId.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RideId(text));
  }

  @Test
  void anIdNeedsSixteenBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> RideId.of(new byte[15]));
  }
}
