package wildrydes.local;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.emulators.Stack;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideRequested;
import wildrydes.messages.Unicorn;

/** Rides, unicorns and messages in a stack, put there and looked at by hand. */
final class TestRides {

  private static final MessageCodec CODEC = new MessageCodec();

  private final Stack stack;

  /** Somewhere on Earth where no other test is. */
  private final Location here = somewhere();

  /** In the stack that all tests share. */
  TestRides() {
    this(Stack.shared());
  }

  TestRides(Stack stack) {
    this.stack = stack;
  }

  /** Where its rides and unicorns are. */
  Location here() {
    return here;
  }

  /** A ride that is stored nowhere. */
  RideRequested unknown() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return new RideRequested(
        RideId.of(bytes), "alice", here, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Stores a ride as the request API does. */
  RideRequested stored() {
    RideRequested ride = unknown();
    Map<String, AttributeValue> item =
        Map.of(
            "RideId", AttributeValue.fromS(ride.rideId().value()),
            "Status", AttributeValue.fromS("REQUESTED"));
    stack.dynamoDb().putItem(p -> p.tableName(stack.tableName("RidesTable")).item(item));
    return ride;
  }

  /** Adds a unicorn next to the rides. */
  void addUnicorn(String name) {
    var item = UnicornItem.of(new Unicorn(name, "White", "Male"), here);
    stack.dynamoDb().putItem(p -> p.tableName(stack.tableName("UnicornsTable")).item(item));
  }

  static String body(RideRequested ride) {
    return CODEC.write(ride);
  }

  /** An assignment of the ride whose lease holds for a while. */
  static String assignment(RideRequested ride, String unicorn) {
    return CODEC.write(
        new RideAssigned(
            ride.rideId(),
            ride.rider(),
            ride.pickupLocation(),
            ride.requestTime(),
            new Unicorn(unicorn, "White", "Male"),
            100,
            5,
            ride.requestTime(),
            ride.requestTime(),
            Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.MILLIS)));
  }

  String statusOf(RideRequested ride) {
    var key = Map.of("RideId", AttributeValue.fromS(ride.rideId().value()));
    var item =
        stack
            .dynamoDb()
            .getItem(g -> g.tableName(stack.tableName("RidesTable")).key(key).consistentRead(true))
            .item();
    return requireNonNull(item.get("Status")).s();
  }

  /** Takes everything out of a queue that is about this ride. */
  List<Message> take(String queue, RideId ride) {
    List<Message> taken = new ArrayList<>();
    String url = stack.queueUrl(queue);
    for (List<Message> some = receive(url); !some.isEmpty(); some = receive(url)) {
      for (Message message : some) {
        stack.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
        if (attribute(message, "RideId").filter(ride.value()::equals).isPresent()) {
          taken.add(message);
        }
      }
    }
    return taken;
  }

  static Optional<String> attribute(Message message, String name) {
    return Optional.ofNullable(message.messageAttributes().get(name)).map(a -> a.stringValue());
  }

  private List<Message> receive(String url) {
    return stack
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
        .messages();
  }

  private static Location somewhere() {
    var random = new SecureRandom();
    return new Location(random.nextDouble(-60, 60), random.nextDouble(-179, 179));
  }
}
