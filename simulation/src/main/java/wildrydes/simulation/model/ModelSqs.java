package wildrydes.simulation.model;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;
import wildrydes.emulators.template.Queue;

/**
 * SQS's standard queues for one thread, without network and without failures. A receive answers at
 * once, with visible messages in an order of chance; {@link #duplicate} makes a message be
 * delivered once more.
 */
public final class ModelSqs implements SqsClient {

  private final InstantSource clock;
  private final RandomGenerator random;
  private final ModelQueues queues;
  private final Sending sending;
  private final Deliveries deliveries;
  private final Redrive redrive;
  private final List<Consumer<DeadLettered>> listeners = new ArrayList<>();

  /**
   * @param clock never goes back
   * @param random decides the order of deliveries, message ids and what is duplicated
   */
  public ModelSqs(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.queues = new ModelQueues();
    this.sending = new Sending(clock, random);
    this.deliveries =
        new Deliveries(
            clock, random, queues, dead -> listeners.forEach(listener -> listener.accept(dead)));
    this.redrive = new Redrive(queues, sending);
  }

  /** Returns the queue's URL; its dead-letter queue may be created later. */
  public String createQueue(Queue queue) {
    return queues.create(queue).url();
  }

  /** Tells of every message that SQS itself moves to a dead-letter queue. */
  public void onDeadLetter(Consumer<DeadLettered> listener) {
    listeners.add(listener);
  }

  /**
   * Delivers at least once: one message, chosen by chance among those in flight or visible, can be
   * received once more, as a second copy with the same id and a life of its own.
   *
   * @return false if there is none
   */
  public boolean duplicate(String queueUrl) {
    ModelQueue queue = queues.at(queueUrl);
    Instant now = clock.instant();
    List<QueuedMessage> candidates =
        queue.messages(now).stream()
            .filter(message -> message.isVisible(now) || message.isInFlight(now))
            .toList();
    if (candidates.isEmpty()) {
      return false;
    }
    sending.duplicate(queue, candidates.get(random.nextInt(candidates.size())));
    return true;
  }

  /** When the next message can be received: now, if one can be; empty if there is none. */
  public Optional<Instant> nextVisible(String queueUrl) {
    return queues.at(queueUrl).nextVisible(clock.instant());
  }

  /** How many messages there are, visible or not. */
  public int size(String queueUrl) {
    return queues.at(queueUrl).messages(clock.instant()).size();
  }

  /** A look at all messages, visible or not, that receives none. */
  public List<Message> messages(String queueUrl) {
    return queues.at(queueUrl).messages(clock.instant()).stream().map(QueuedMessage::look).toList();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    var id =
        sending.send(
            queues.at(request.queueUrl()),
            request.messageBody(),
            request.messageAttributes(),
            request.delaySeconds());
    return SendMessageResponse.builder().messageId(id).build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    ModelQueue queue = queues.at(request.queueUrl());
    BatchEntries.check(request.entries(), SendMessageBatchRequestEntry::id);
    int bytes = 0;
    for (SendMessageBatchRequestEntry entry : request.entries()) {
      if (entry.messageBody() != null) {
        bytes += MessageBodies.bytes(entry.messageBody(), entry.messageAttributes());
      }
    }
    if (bytes > MessageBodies.MAX_BYTES) {
      throw SqsErrors.batchTooLong(bytes);
    }
    List<SendMessageBatchResultEntry> sent = new ArrayList<>();
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (SendMessageBatchRequestEntry entry : request.entries()) {
      try {
        var id =
            sending.send(
                queue, entry.messageBody(), entry.messageAttributes(), entry.delaySeconds());
        sent.add(SendMessageBatchResultEntry.builder().id(entry.id()).messageId(id).build());
      } catch (SqsException e) {
        failed.add(BatchEntries.failed(entry.id(), e));
      }
    }
    return SendMessageBatchResponse.builder().successful(sent).failed(failed).build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    return ReceiveMessageResponse.builder()
        .messages(deliveries.receive(queues.at(request.queueUrl()), request))
        .build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    deliveries.delete(queues.at(request.queueUrl()), request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
    ModelQueue queue = queues.at(request.queueUrl());
    BatchEntries.check(request.entries(), DeleteMessageBatchRequestEntry::id);
    List<DeleteMessageBatchResultEntry> deleted = new ArrayList<>();
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (DeleteMessageBatchRequestEntry entry : request.entries()) {
      try {
        deliveries.delete(queue, entry.receiptHandle());
        deleted.add(DeleteMessageBatchResultEntry.builder().id(entry.id()).build());
      } catch (SqsException e) {
        failed.add(BatchEntries.failed(entry.id(), e));
      }
    }
    return DeleteMessageBatchResponse.builder().successful(deleted).failed(failed).build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    deliveries.changeVisibility(
        queues.at(request.queueUrl()), request.receiptHandle(), request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    ModelQueue queue = queues.at(request.queueUrl());
    BatchEntries.check(request.entries(), ChangeMessageVisibilityBatchRequestEntry::id);
    List<ChangeMessageVisibilityBatchResultEntry> changed = new ArrayList<>();
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (ChangeMessageVisibilityBatchRequestEntry entry : request.entries()) {
      try {
        deliveries.changeVisibility(queue, entry.receiptHandle(), entry.visibilityTimeout());
        changed.add(ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build());
      } catch (SqsException e) {
        failed.add(BatchEntries.failed(entry.id(), e));
      }
    }
    return ChangeMessageVisibilityBatchResponse.builder()
        .successful(changed)
        .failed(failed)
        .build();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return GetQueueUrlResponse.builder().queueUrl(queues.named(request.queueName()).url()).build();
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    return GetQueueAttributesResponse.builder()
        .attributesWithStrings(
            QueueAttributes.of(
                queues.at(request.queueUrl()), request.attributeNamesAsStrings(), clock.instant()))
        .build();
  }

  @Override
  public PurgeQueueResponse purgeQueue(PurgeQueueRequest request) {
    queues.at(request.queueUrl()).clear();
    return PurgeQueueResponse.builder().build();
  }

  @Override
  public StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest request) {
    return redrive.start(request, clock.instant());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
