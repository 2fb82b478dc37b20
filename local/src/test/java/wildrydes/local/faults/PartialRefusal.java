package wildrydes.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Batches of which the first entry never leaves and is answered as failed or unprocessed. */
final class PartialRefusal {

  private static final String UNPROCESSED = "unprocessed";

  private PartialRefusal() {}

  /** The request without its first entry, if it has another. */
  static SdkRequest holdBack(SdkRequest request, FunctionCall call) {
    return switch (request) {
      case SendMessageBatchRequest send when send.entries().size() > 1 -> {
        refuse(call, send.entries().getFirst().id());
        yield send.toBuilder().entries(rest(send.entries())).build();
      }
      case ChangeMessageVisibilityBatchRequest change when change.entries().size() > 1 -> {
        refuse(call, change.entries().getFirst().id());
        yield change.toBuilder().entries(rest(change.entries())).build();
      }
      case BatchGetItemRequest get when table(get).getValue().keys().size() > 1 -> {
        refuse(call, UNPROCESSED);
        var wanted = table(get).getValue();
        var fewer = wanted.toBuilder().keys(rest(wanted.keys())).build();
        yield get.toBuilder().requestItems(Map.of(table(get).getKey(), fewer)).build();
      }
      default -> request;
    };
  }

  /** The answer with the entry that was held back. */
  static SdkResponse tell(SdkResponse response, FunctionCall call) {
    return switch (response) {
      case SendMessageBatchResponse sent ->
          sent.toBuilder().failed(with(sent.failed(), call)).build();
      case ChangeMessageVisibilityBatchResponse changed ->
          changed.toBuilder().failed(with(changed.failed(), call)).build();
      case BatchGetItemResponse got when call.request() instanceof BatchGetItemRequest asked -> {
        var wanted = table(asked).getValue();
        var left = wanted.toBuilder().keys(List.of(wanted.keys().getFirst())).build();
        yield got.toBuilder().unprocessedKeys(Map.of(table(asked).getKey(), left)).build();
      }
      default -> response;
    };
  }

  private static void refuse(FunctionCall call, String id) {
    call.refused().add(id);
    call.injected(Fault.PARTLY_REFUSED);
  }

  private static Map.Entry<String, KeysAndAttributes> table(BatchGetItemRequest request) {
    return request.requestItems().entrySet().iterator().next();
  }

  private static <T> List<T> rest(List<T> entries) {
    return new ArrayList<>(entries.subList(1, entries.size()));
  }

  private static List<BatchResultErrorEntry> with(
      List<BatchResultErrorEntry> failed, FunctionCall call) {
    return Stream.concat(
            failed.stream(),
            call.refused().stream()
                .map(
                    id ->
                        BatchResultErrorEntry.builder()
                            .id(id)
                            .code("InternalError")
                            .senderFault(false)
                            .build()))
        .toList();
  }
}
