package wildrydes.local.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wildrydes.emulators.lambda.RuntimeApi.Answer;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.lambda.Invocation;
import wildrydes.local.lambda.LambdaFunction;

/**
 * One function as a few processes, each with one event at a time, as Lambda keeps them: a process
 * that dies is replaced, and its event has failed.
 */
final class FunctionPool implements LambdaFunction, AutoCloseable {

  private final ServerlessFunction declared;
  private final Deployment deployment;
  private final Path folder;
  private final BlockingQueue<KillableFunction> idle = new LinkedBlockingQueue<>();
  private final List<KillableFunction> started = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicInteger redeliveries = new AtomicInteger();
  private volatile boolean closing;

  private FunctionPool(ServerlessFunction declared, Deployment deployment, Path folder) {
    this.declared = declared;
    this.deployment = deployment;
    this.folder = folder;
  }

  /** Starts so many processes of it; they are ready soon after. */
  static FunctionPool start(Deployment deployment, String logicalId, int size, Path folder) {
    var pool = new FunctionPool(deployment.function(logicalId), deployment, folder);
    for (int i = 0; i < size; i++) {
      Thread.ofVirtual().start(pool::startOne);
    }
    return pool;
  }

  private void startOne() {
    try {
      Path own = Files.createTempDirectory(folder, declared.logicalId());
      var process =
          new KillableFunction(declared, deployment, () -> Optional.ofNullable(trap.get()), own);
      started.add(process);
      if (closing) {
        process.close();
        return;
      }
      var _ =
          process
              .function()
              .process()
              .onExit()
              .thenRunAsync(() -> replace(process), Thread::startVirtualThread);
      awaitReady(process);
    } catch (IOException e) {
      errors.add(e.toString());
    }
  }

  private void awaitReady(KillableFunction process) {
    try {
      String problem = process.function().api().initialized();
      if (problem.isEmpty()) {
        idle.add(process);
      } else {
        errors.add(problem);
      }
    } catch (Exception e) {
      // Killed, or too slow on a busy machine: its successor may do better.
      process.kill();
    }
  }

  private void replace(KillableFunction dead) {
    dead.close();
    if (!closing) {
      killed.incrementAndGet();
      startOne();
    }
  }

  @Override
  public String name() {
    return declared.name();
  }

  @Override
  public Invocation invoke(byte[] event) {
    try {
      KillableFunction process = firstIdle();
      try {
        String json = new String(event, UTF_8);
        redeliveries.addAndGet(Events.redelivered(json));
        return answer(process.function().api().invoke(json));
      } finally {
        idle.add(process);
      }
    } catch (ExecutionException e) {
      return new Invocation.Failed(requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      errors.add("timed out");
      return new Invocation.TimedOut(declared.timeoutSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Invocation.Failed(e);
    } catch (Exception e) {
      return new Invocation.Failed(e);
    }
  }

  /** Waits for one; only a dead one is thrown away. */
  private KillableFunction firstIdle() throws InterruptedException {
    while (true) {
      KillableFunction process = idle.poll(declared.timeoutSeconds(), TimeUnit.SECONDS);
      if (process == null) {
        throw new IllegalStateException("throttled: no process of " + name() + " came free");
      }
      if (process.isAlive()) {
        return process;
      }
    }
  }

  private Invocation answer(Answer answer) {
    return switch (answer) {
      case Answer.Response(var body) -> new Invocation.Answered(body.getBytes(UTF_8));
      case Answer.Failure(var body) -> {
        errors.add(body);
        yield new Invocation.Failed(new IllegalStateException(body));
      }
    };
  }

  /** The next process that comes to the trap dies there. */
  void set(Trap next) {
    trap.set(next);
  }

  int killed() {
    return killed.get();
  }

  /** Messages it was handed that had been delivered before. */
  int redeliveries() {
    return redeliveries.get();
  }

  /** What processes said was wrong, instead of answering: nothing, however many were killed. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** All its processes, those that were killed, too. */
  List<PackedFunction> everStarted() {
    return started.stream().map(KillableFunction::function).toList();
  }

  /** The rides that dead processes may have recorded and not counted. */
  Set<String> uncounted() {
    return started.stream()
        .filter(process -> !process.isAlive())
        .flatMap(process -> process.uncounted().stream())
        .collect(toUnmodifiableSet());
  }

  @Override
  public void close() {
    closing = true;
    started.forEach(KillableFunction::close);
  }
}
