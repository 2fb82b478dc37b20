package wildrydes.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelWorkTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final ParallelWork work = new ParallelWork(Executors.newVirtualThreadPerTaskExecutor());

  @Test
  void everyItemIsWorkedAndAnsweredInOrder() {
    var attempts = work.on(List.of(1, 2, 3), AMPLE, i -> i * 10);

    assertThat(attempts)
        .containsExactly(
            new Attempt.Done<>(1, 10), new Attempt.Done<>(2, 20), new Attempt.Done<>(3, 30));
  }

  @Test
  void oneItemsFailureTouchesNoOther() {
    var failure = new IllegalArgumentException("two is odd");

    var attempts =
        work.on(
            List.of(1, 2, 3),
            AMPLE,
            i -> {
              if (i == 2) {
                throw failure;
              }
              return i;
            });

    assertThat(attempts)
        .containsExactly(
            new Attempt.Done<>(1, 1), new Attempt.Failed<>(2, failure), new Attempt.Done<>(3, 3));
  }

  @Test
  void itemsAreWorkedSideBySide() {
    var all = new CyclicBarrier(10);

    var attempts =
        work.on(
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            AMPLE,
            _ -> {
              try {
                // Passes only if all ten are here at once.
                return all.await(20, TimeUnit.SECONDS) >= 0;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(attempts).hasSize(10).allMatch(attempt -> attempt instanceof Attempt.Done);
  }

  @Test
  void whatIsNotDoneWhenTimeRunsOutIsSaidSoAndInterrupted() throws Exception {
    var interrupted = new CountDownLatch(1);

    var attempts =
        work.on(
            List.of("quick", "slow"),
            Duration.ofMillis(300),
            item -> {
              if (item.equals("slow")) {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
              }
              return item;
            });

    assertThat(attempts)
        .containsExactly(new Attempt.Done<>("quick", "quick"), new Attempt.OutOfTime<>("slow"));
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void withNoTimeLeftNothingIsAwaited() {
    var attempts =
        work.on(
            List.of("slow"),
            Duration.ofSeconds(-1),
            item -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return item;
            });

    assertThat(attempts).containsExactly(new Attempt.OutOfTime<>("slow"));
  }

  @Test
  void anErrorBreaksTheWholeBatch() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                work.on(
                    List.of(1),
                    AMPLE,
                    _ -> {
                      throw new NoClassDefFoundError("gone");
                    }))
        .withCauseInstanceOf(NoClassDefFoundError.class);
  }
}
