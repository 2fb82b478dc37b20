package wildrydes.ops.deadletters;

import java.time.Duration;
import java.time.Instant;

class InMemoryDeadLetterQueuesTest extends DeadLetterQueuesContract {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final InMemoryDeadLetterQueues queues = new InMemoryDeadLetterQueues(() -> now);

  @Override
  protected DeadLetterQueues queues() {
    return queues;
  }

  @Override
  protected Instant now() {
    return now;
  }

  @Override
  protected void pass(Duration time) {
    now = now.plus(time);
  }
}
