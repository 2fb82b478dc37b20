package wildrydes.dispatcher;

/** What a cell covers, in degrees: it neither crosses the antimeridian nor a pole. */
record Box(double south, double north, double west, double east) {

  /** Longitude 180 and -180 are one meridian. */
  boolean spansLongitude(double longitude) {
    return (west <= longitude && longitude <= east)
        || (longitude == 180 && west == -180)
        || (longitude == -180 && east == 180);
  }
}
