package wildrydes.recorder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import wildrydes.edge.SdkClients;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.recorder.RideRecords.Write;
import wildrydes.recorder.RideRecordsContract;

/** A write may land while its answer is lost; the SDK then repeats it and meets its own success. */
class LostAnswerIT extends RideRecordsContract {

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("RidesTable");
  private final AtomicInteger attempts = new AtomicInteger();

  /** What happens between an answer's loss and the repetition. */
  private Runnable meanwhile = () -> {};

  private final DynamoDbRideRecords records = new DynamoDbRideRecords(losingFirstAnswers(), table);

  /** The whole contract holds though the first answer to each update is lost. */
  @Override
  protected DynamoDbRideRecords records() {
    return records;
  }

  @Override
  protected void request(RideId rideId) {
    Map<String, AttributeValue> item =
        Map.of(
            "RideId", AttributeValue.fromS(rideId.value()),
            "Status", AttributeValue.fromS("REQUESTED"));
    stack.dynamoDb().putItem(p -> p.tableName(table).item(item));
  }

  @Test
  void theRepeatedWriteCountsAsRecorded() {
    request(ride);

    assertThat(records.record(new RideUnassigned(ride, NOW, NOW), NOW)).isEqualTo(Write.RECORDED);

    assertThat(attempts).hasValue(2);
  }

  @Test
  void aFailureThatAReplayOverwroteBeforeTheRepetitionCountsAsRecorded() {
    request(ride);
    var replay = new DynamoDbRideRecords(stack.dynamoDb(), table);
    meanwhile = () -> replay.record(new RideUnassigned(ride, NOW, NOW), NOW);

    assertThat(records.record(new RideFailed(ride, "retries exhausted", NOW, NOW), NOW))
        .isEqualTo(Write.RECORDED);

    assertThat(attempts).hasValue(2);
  }

  private DynamoDbClient losingFirstAnswers() {
    var clients =
        new SdkClients(
            Map.of(
                "AWS_REGION", Aws.REGION,
                "AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY,
                "AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString()));
    var builder = clients.retrying(DynamoDbClient.builder(), "DYNAMODB");
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new LoseFirstAnswer(attempts, () -> meanwhile.run()))
                .build())
        .build();
  }

  private record LoseFirstAnswer(AtomicInteger attempts, Runnable meanwhile)
      implements ExecutionInterceptor {

    @Override
    public void afterTransmission(
        Context.AfterTransmission context, ExecutionAttributes attributes) {
      boolean landed = context.httpResponse().isSuccessful();
      if (context.request() instanceof UpdateItemRequest) {
        attempts.incrementAndGet();
        if (landed) {
          meanwhile.run();
          throw RetryableException.create("the answer is lost");
        }
      }
    }
  }
}
