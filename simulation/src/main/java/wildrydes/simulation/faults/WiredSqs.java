package wildrydes.simulation.faults;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS as one machine reaches it. */
record WiredSqs(Plug plug) implements SqsClient {

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return plug.socket()
        .wire()
        .call(
            plug,
            Call.Kind.SEND_MESSAGE,
            request,
            () -> sqs().sendMessage(request),
            () -> sqs().sendMessage(request));
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return plug.socket()
        .wire()
        .call(
            plug,
            Call.Kind.SEND_MESSAGE_BATCH,
            request,
            () -> sqs().sendMessageBatch(request),
            () -> allButTheFirst(request));
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return plug.socket()
        .wire()
        .call(
            plug,
            Call.Kind.CHANGE_VISIBILITY_BATCH,
            request,
            () -> sqs().changeMessageVisibilityBatch(request),
            () -> allButTheFirst(request));
  }

  private SendMessageBatchResponse allButTheFirst(SendMessageBatchRequest request) {
    var entries = request.entries();
    var answer =
        entries.size() == 1
            ? SendMessageBatchResponse.builder().build()
            : sqs()
                .sendMessageBatch(
                    request.toBuilder().entries(entries.subList(1, entries.size())).build());
    return answer.toBuilder().failed(refused(entries.getFirst().id())).build();
  }

  private ChangeMessageVisibilityBatchResponse allButTheFirst(
      ChangeMessageVisibilityBatchRequest request) {
    var entries = request.entries();
    var answer =
        entries.size() == 1
            ? ChangeMessageVisibilityBatchResponse.builder().build()
            : sqs()
                .changeMessageVisibilityBatch(
                    request.toBuilder().entries(entries.subList(1, entries.size())).build());
    return answer.toBuilder().failed(refused(entries.getFirst().id())).build();
  }

  private static List<BatchResultErrorEntry> refused(String id) {
    return List.of(
        BatchResultErrorEntry.builder().id(id).code("InternalError").senderFault(false).build());
  }

  private SqsClient sqs() {
    return plug.socket().sqs();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
