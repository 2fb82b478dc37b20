package wildrydes.ops.fleet;

/**
 * The key of a unicorn's item: it follows from where the unicorn stands, so most moves change it.
 *
 * @param cell the partition key, a geohash
 * @param spot the sort key, a longer geohash, {@code #} and the unicorn's name
 */
public record Stall(String cell, String spot) {

  /** The name in the key, which even an item without any other attribute has. */
  String name() {
    return spot.substring(spot.indexOf('#') + 1);
  }
}
