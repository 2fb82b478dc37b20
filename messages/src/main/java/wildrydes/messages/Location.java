package wildrydes.messages;

/**
 * A place on Earth, in degrees of WGS 84. It prints as nothing but its type, so that no log line
 * can tell where a rider is.
 *
 * @param latitude -90 to 90
 * @param longitude -180 to 180; anything else, NaN included, is an {@link IllegalArgumentException}
 */
public record Location(double latitude, double longitude) {

  public Location {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("latitude must be from -90 to 90");
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("longitude must be from -180 to 180");
    }
    latitude = withoutDust(latitude);
    longitude = withoutDust(longitude);
  }

  /**
   * Zero for what tells no places apart: -0.0, which is not equal to 0.0 in a record, and fractions
   * that DynamoDB's numbers, which end at 1e-130, cannot hold.
   */
  private static double withoutDust(double degrees) {
    return Math.abs(degrees) < 1e-100 ? 0.0 : degrees;
  }

  @Override
  public String toString() {
    return "Location[withheld]";
  }
}
