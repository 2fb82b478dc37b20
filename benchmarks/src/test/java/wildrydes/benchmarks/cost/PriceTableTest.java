package wildrydes.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTableTest {

  @Test
  void aPriceIsForOnePiece() {
    var prices =
        PriceTable.read(
            """
            # 2025
            # name,dollars,for how many,source
            QUEUE_REQUESTS,0.40,1000000,a page, with a comma
            """);

    assertThat(prices.date()).isEqualTo("2025");
    assertThat(prices.of(Quantity.QUEUE_REQUESTS)).isCloseTo(4e-7, within(1e-15));
  }

  @Test
  void whatHasNoPriceIsNotFree() {
    var prices = PriceTable.read("# 2025");

    assertThatThrownBy(() -> prices.of(Quantity.TRACES))
        .hasMessage("prices.csv has no price of TRACES.");
  }

  @Test
  void aLineThatIsNoPriceIsNamed() {
    assertThatThrownBy(() -> PriceTable.read("# 2025\nTRACES,5"))
        .hasMessage("Not name,dollars,for how many,source: TRACES,5");
  }

  @Test
  void theRepositorysTableHasAPriceOfEverythingThatIsCounted() throws Exception {
    var prices = PriceTable.ofRepository();

    var aQueueRequestAndACall =
        new Usage(Map.of(Quantity.QUEUE_REQUESTS, 1.0, Quantity.METRIC_CALLS, 1.0), Map.of());

    assertThat(prices.of(aQueueRequestAndACall)).isCloseTo(1.04e-5, within(1e-12));
    assertThat(prices.date()).contains("us-east-1");
  }
}
