package wildrydes.ops.deadletters;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Moves in memory: each look at a move carries it on by so many messages. */
public final class InMemoryMoveTasks implements MoveTasks {

  private final InMemoryDeadLetterQueues queues;
  private final Map<Lane, Task> tasks = new EnumMap<>(Lane.class);
  private int perLook = 10;

  public InMemoryMoveTasks(InMemoryDeadLetterQueues queues) {
    this.queues = queues;
  }

  /** How fast they are. */
  public void perLook(int messages) {
    perLook = messages;
  }

  @Override
  public String start(Lane lane, OptionalInt perSecond) {
    tasks.put(
        lane,
        new Task("RUNNING", 0, Optional.of((long) queues.count(lane).all()), Optional.empty()));
    return lane.word();
  }

  @Override
  public Optional<Task> latest(Lane lane) {
    Task task = tasks.get(lane);
    if (task != null && task.status().equals("RUNNING")) {
      tasks.put(lane, carriedOn(lane, task));
    }
    return Optional.ofNullable(tasks.get(lane));
  }

  private Task carriedOn(Lane lane, Task task) {
    List<DeadLetter> letters = queues.receive(lane, perLook, Duration.ofMinutes(1));
    for (DeadLetter letter : letters) {
      queues.send(lane, letter.body(), letter.attributes());
      queues.delete(letter);
    }
    boolean done = queues.count(lane).visible() == 0;
    return new Task(
        done ? "COMPLETED" : "RUNNING",
        task.moved() + letters.size(),
        task.toMove(),
        Optional.empty());
  }

  /** As in ElasticMQ, what is cancelled is forgotten. */
  @Override
  public void cancel(String handle) {
    tasks.keySet().removeIf(lane -> lane.word().equals(handle));
  }
}
