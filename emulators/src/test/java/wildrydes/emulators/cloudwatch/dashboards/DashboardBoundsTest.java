package wildrydes.emulators.cloudwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.cloudwatch.api.ApiError;

class DashboardBoundsTest {
  private final Dashboards dashboards = new Dashboards(InstantSource.system());

  @Test
  void thereIsALimitToTheirNumber() {
    IntStream.range(0, Dashboards.DASHBOARDS).forEach(number -> dashboards.put("D" + number, ""));

    assertThatExceptionOfType(ApiError.class).isThrownBy(() -> dashboards.put("One-more", ""));
    dashboards.put("D1", "another body");
    assertThat(dashboards.all()).hasSize(Dashboards.DASHBOARDS);
  }

  @Test
  void thereIsALimitToTheirSizeTogether() {
    String half = " ".repeat(Dashboards.CHARACTERS / 2);
    dashboards.put("A", half);
    dashboards.put("B", half);

    assertThatExceptionOfType(ApiError.class).isThrownBy(() -> dashboards.put("C", "{}"));
    dashboards.put("A", half);
    dashboards.delete(List.of("B"));
    dashboards.put("C", half);
    assertThat(dashboards.all()).hasSize(2);
  }
}
