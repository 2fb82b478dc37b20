package wildrydes.emulators;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * Stands before ElasticMQ's store and tells it what ElasticMQ forgets to: that a message which
 * became a dead letter has left its queue. Without it, dead letters would be back in their queues
 * after a restart.
 */
final class StoreListener extends AbstractActor {

  private final ActorRef store;

  StoreListener(ActorRef store) {
    this.store = store;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(QueueEvent.MessageAdded.class, this::added)
        .matchAny(event -> store.forward(event, getContext()))
        .build();
  }

  private void added(QueueEvent.MessageAdded added) {
    var id = added.message().id();
    // A kill may have come between the two steps of an earlier move. A second insert would fail,
    // and stop the store.
    store.tell(new QueueEvent.MessageRemoved(added.queueName(), id), ActorRef.noSender());
    store.forward(added, getContext());
    var source = added.message().deadLetterSourceQueueName();
    // A dead letter that is moved back still names its source: there it is to stay.
    if (source.isDefined() && !source.get().equals(added.queueName())) {
      store.tell(new QueueEvent.MessageRemoved(source.get(), id), ActorRef.noSender());
    }
  }
}
