package wildrydes.emulators;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Both emulators, started side by side: each mostly loads classes. */
record Emulators(SqsEmulator sqs, DynamoDbEmulator dynamoDb) implements AutoCloseable {

  static Emulators start(int sqsPort, int dynamoDbPort, Optional<Path> data) throws BindException {
    try (var second = Executors.newSingleThreadExecutor()) {
      var dynamoDb = second.submit(() -> DynamoDbEmulator.start(dynamoDbPort, data));
      SqsEmulator sqs;
      try {
        sqs = SqsEmulator.start(sqsPort, data);
      } catch (BindException | RuntimeException e) {
        closeOnceStarted(dynamoDb);
        throw e;
      }
      try {
        return new Emulators(sqs, started(dynamoDb));
      } catch (BindException | RuntimeException e) {
        sqs.close();
        throw e;
      }
    }
  }

  private static DynamoDbEmulator started(Future<DynamoDbEmulator> starting) throws BindException {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BindException taken) {
        throw taken;
      }
      throw new IllegalStateException("DynamoDB Local did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while DynamoDB Local started", e);
    }
  }

  private static void closeOnceStarted(Future<DynamoDbEmulator> starting) {
    try {
      started(starting).close();
    } catch (BindException | IllegalStateException e) {
      // It did not start either; the first failure is the one to report.
      return;
    }
  }

  @Override
  public void close() {
    try {
      sqs.close();
    } finally {
      dynamoDb.close();
    }
  }
}
