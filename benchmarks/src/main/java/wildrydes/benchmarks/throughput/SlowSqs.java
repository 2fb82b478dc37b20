package wildrydes.benchmarks.throughput;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A queue that keeps what it is sent. */
record SlowSqs(CallTime time, BlockingQueue<String> sent) implements SqsClient {

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    time.pass();
    request.entries().forEach(entry -> sent.add(entry.messageBody()));
    return SendMessageBatchResponse.builder().failed(List.of()).build();
  }

  @Override
  public String serviceName() {
    return "SQS";
  }

  @Override
  public void close() {}
}
