package wildrydes.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogMeterTest {

  @Test
  void itCountsTheBytesOfTheLinesThatTheFunctionsWouldLogOnLambda() {
    var log = LoggerFactory.getLogger("wildrydes.test");
    try (var meter = LogMeter.listening()) {
      log.info("");
      long empty = meter.take();
      log.info("ten more..");
      long ten = meter.take();
      log.debug("below what they log");

      assertThat(empty).as("{\"level\": ..., \"message\": ..., ...}").isGreaterThan(100);
      assertThat(ten).isEqualTo(empty + 10);
      assertThat(meter.take()).isZero();
    }
  }
}
