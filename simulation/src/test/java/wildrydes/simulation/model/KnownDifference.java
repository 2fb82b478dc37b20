package wildrydes.simulation.model;

/**
 * Where a model, an emulator and AWS are known to differ: the whole list. The contracts read it:
 * where a test meets a difference, it expects of each twin what stands here.
 */
enum KnownDifference {
  MODEL_NEVER_FAILS(
      "The models neither throttle, nor time out, nor lose an answer: the simulation injects that."),
  MODEL_DOES_NOT_WAIT(
      "ModelSqs answers a receive at once, whatever WaitTimeSeconds says: time is virtual."),
  MODEL_RECEIVES_ALL_IT_MAY(
      "ModelSqs gives out as many visible messages as are asked for; SQS may give fewer, or none."),
  MODEL_MOVES_AT_ONCE(
      "ModelSqs has moved the messages when StartMessageMoveTask returns; SQS and ElasticMQ do it"
          + " afterwards, SQS up to 500 a second."),
  MODEL_HAS_NO_BYTE_LIMITS(
      "ModelDynamoDb takes items of more than 400 KB and answers pages of more than 1 MB: it is"
          + " given a page's size in items."),
  MODEL_HAS_NO_DIGESTS("ModelSqs gives no MD5 of bodies and attributes."),
  MODEL_PURGES_AT_ANY_TIME("SQS refuses a second purge of a queue within 60 seconds."),
  MODEL_HAS_NO_IN_FLIGHT_LIMIT("SQS gives out nothing more with 120,000 messages in flight."),
  MODEL_TELLS_NO_CAPACITY(
      "ModelDynamoDb answers without ConsumedCapacity and ItemCollectionMetrics."),
  ELASTICMQ_KEEPS_IDS_ON_REDRIVE(
      "A message that StartMessageMoveTask moves keeps its id in ElasticMQ; SQS gives it a new one."),
  ELASTICMQ_REFUSES_SPENT_HANDLES(
      "ElasticMQ refuses to delete by a handle whose message is gone or was received again since;"
          + " SQS says that all is well, and deletes nothing."),
  ELASTICMQ_CHECKS_LESS(
      "ElasticMQ accepts an empty batch, any batch entry id, a visibility timeout of more than 12"
          + " hours or less than none, the visibility change of a message that is visible again, and"
          + " a redrive from a queue that is nobody's dead-letter queue; SQS refuses them."),
  ELASTICMQ_HAS_OTHER_ERROR_CODES(
      "Where both refuse, ElasticMQ's error code is often InvalidAttributeValue instead of SQS's."),
  ELASTICMQ_KEEPS_MESSAGES_FOR_EVER("ElasticMQ ignores MessageRetentionPeriod."),
  ELASTICMQ_NEVER_DUPLICATES("ElasticMQ delivers once as long as nobody is late, and in order."),
  DYNAMODB_LOCAL_NEVER_THROTTLES(
      "DynamoDB Local neither throttles nor raises transaction conflicts."),
  DYNAMODB_LOCAL_READS_CONSISTENTLY("No read of DynamoDB Local is stale."),
  DYNAMODB_LOCAL_KEEPS_NUMBERS_AS_WRITTEN(
      "DynamoDB Local gives a number within a document, or one that an update wrote, back as it was"
          + " written, 1.50 or 1e2; DynamoDB and the model give 1.5 and 100.");

  private final String sentence;

  KnownDifference(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
