package wildrydes.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0"})
  void theWholeEarthIsAPlace(double latitude, double longitude) {
    assertThat(new Location(latitude, longitude).latitude()).isEqualTo(latitude);
  }

  @ParameterizedTest
  @CsvSource({"90.0000001,0", "0,-180.0000001", "NaN,0", "0,NaN", "Infinity,0", "0,-Infinity"})
  void nothingBeyondItIs(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Location(latitude, longitude));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0, 1e-200, -1e-130, Double.MIN_VALUE})
  void whatTellsNoPlacesApartIsZero(double dust) {
    assertThat(new Location(dust, dust)).isEqualTo(new Location(0.0, 0.0));
  }

  @Test
  void aPlaceIsNotTold() {
    assertThat(new Location(47.6, -122.3)).hasToString("Location[withheld]");
  }
}
