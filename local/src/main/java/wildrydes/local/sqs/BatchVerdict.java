package wildrydes.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.local.lambda.Invocation;

/**
 * Which messages of a batch are done, by AWS's rules for {@code ReportBatchItemFailures}: an
 * exception, a time-out, an answer that cannot be parsed, and an item id that is empty or unknown
 * all fail the whole batch.
 *
 * @param done to be deleted
 * @param problem why nothing is done though the function ran, to be told to whoever watches
 */
record BatchVerdict(List<Message> done, Optional<String> problem) {

  private static final JsonMapper JSON = new JsonMapper();

  static BatchVerdict of(List<Message> batch, Invocation invocation, boolean reportsItemFailures) {
    return switch (invocation) {
      case Invocation.Failed(var cause) -> nothing("it threw " + cause);
      case Invocation.TimedOut(var seconds) -> nothing("it timed out after " + seconds + " s");
      case Invocation.Answered _ when !reportsItemFailures ->
          new BatchVerdict(batch, Optional.empty());
      case Invocation.Answered(var json) -> allBut(batch, json);
    };
  }

  private static BatchVerdict allBut(List<Message> batch, byte[] answer) {
    JsonNode failures;
    try {
      failures = JSON.readTree(answer).path("batchItemFailures");
    } catch (IOException e) {
      return nothing("its answer is not JSON");
    }
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : failures) {
      String id = failure.path("itemIdentifier").asText("");
      if (batch.stream().noneMatch(message -> message.messageId().equals(id))) {
        return nothing("its answer names an item that is not in the batch: \"" + id + "\"");
      }
      failed.add(id);
    }
    List<Message> done = batch.stream().filter(m -> !failed.contains(m.messageId())).toList();
    return new BatchVerdict(done, Optional.empty());
  }

  private static BatchVerdict nothing(String problem) {
    return new BatchVerdict(List.of(), Optional.of(problem));
  }
}
