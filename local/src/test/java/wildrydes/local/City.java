package wildrydes.local;

import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.messages.Location;
import wildrydes.messages.Unicorn;

/** Somewhere on Earth where no other test is, and the unicorns in it. */
public record City(LocalPipeline pipeline, Location center) {

  public static City somewhere(LocalPipeline pipeline) {
    var random = new Random();
    return new City(
        pipeline, new Location(random.nextDouble(-60, 60), random.nextDouble(-179, 179)));
  }

  /** Adds a unicorn so far north of the center. */
  public void add(String name, double degreesNorth) {
    Map<String, AttributeValue> item =
        UnicornItem.of(
            new Unicorn(name, "White", "Female"),
            new Location(center.latitude() + degreesNorth, center.longitude()));
    pipeline
        .stack()
        .dynamoDb()
        .putItem(p -> p.tableName(pipeline.stack().tableName("UnicornsTable")).item(item));
  }
}
