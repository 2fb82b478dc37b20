package wildrydes.edge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wildrydes.messages.RideId;

class BlanksTest {

  private final Blanks blanks = new Blanks();

  @Test
  void aRideHasOneIdInAnEventAndAnotherInTheNext() {
    String id = blanks.fill("{ride}A");
    String filled = blanks.fill("{ride}A {ride}A");

    assertThat(RideId.parse(id)).isPresent();
    assertThat(filled).startsWith(filled.substring(id.length() + 1)).doesNotContain(id);
  }

  @Test
  void digitsAreOthersAtEachPlace() {
    assertThat(blanks.fill("{digits} {digits}"))
        .matches("\\d{13} \\d{13}")
        .doesNotMatch("(\\d+) \\1");
  }

  @Test
  void whatIsNoBlankStays() {
    assertThat(blanks.fill("/ride/{rideId} $1 {}")).isEqualTo("/ride/{rideId} $1 {}");
  }
}
