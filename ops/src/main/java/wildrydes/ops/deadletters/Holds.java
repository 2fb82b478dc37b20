package wildrydes.ops.deadletters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.OnInterrupt;

/**
 * The dead letters that a command holds at the moment: all are released when it closes, and on
 * Ctrl-C. Should even that fail, each hold ends by itself.
 */
public final class Holds implements AutoCloseable {

  /** Calls that release take ten messages each; so many messages go to one worker. */
  private static final int A_PART = 100;

  private final DeadLetterQueues queues;
  private final Map<String, DeadLetter> held = new HashMap<>();
  private final OnInterrupt onInterrupt = OnInterrupt.run(this::release);
  private boolean released;

  public Holds(DeadLetterQueues queues) {
    this.queues = queues;
  }

  /**
   * Takes care of messages just received.
   *
   * @throws CommandFailure if it is too late for that; they are released
   */
  synchronized void add(List<DeadLetter> letters) {
    if (released) {
      queues.release(letters);
      throw new CommandFailure(Exit.UNEXPECTED, "Stopped; all messages are released.");
    }
    letters.forEach(letter -> held.put(letter.messageId(), letter));
  }

  /** Deletes one for good, which needs no release then. */
  public synchronized void delete(DeadLetter letter) {
    queues.delete(letter);
    held.remove(letter.messageId());
  }

  /** Whoever comes second waits for the first, so that nobody closes the clients before. */
  private synchronized void release() {
    if (released) {
      return;
    }
    released = true;
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (List<DeadLetter> part : ParallelCalls.parts(List.copyOf(held.values()), A_PART)) {
      calls.add(
          () -> {
            queues.release(part);
            return true;
          });
    }
    ParallelCalls.answers(calls);
  }

  @Override
  public void close() {
    onInterrupt.close();
    release();
  }
}
