package wildrydes.benchmarks.cost;

import java.util.List;
import java.util.Locale;
import wildrydes.benchmarks.report.Figures;

/**
 * What of template.yaml moves which part of the bill, and by how much for a million rides.
 *
 * @param product one ride in full batches
 * @param single one ride in batches of one
 */
record Levers(PriceTable prices, Usage product, Usage single) {

  private static final double MILLION = 1e6;
  private static final double RIDE_GIGABYTES = 1e-6;

  List<List<String>> rows() {
    return List.of(
        List.of(
            "`BatchSize` (10) of the two event sources",
            "invocations, receives, sends, metric calls, X-Ray",
            "10: %s; 1: %s".formatted(dollars(prices.of(product)), dollars(prices.of(single)))),
        List.of(
            "`MaximumBatchingWindow` (none)",
            "with few riders, waiting a second fills batches; each ride then waits up to that",
            "up to -" + dollars(prices.of(single) - prices.of(product))),
        List.of(
            "`MaximumConcurrency` (10)",
            "nothing while it is not reached; then batches fill up, as by `BatchSize`",
            "0"),
        List.of(
            "`MemorySize` (1024)",
            "GB-seconds; half the memory is half the price as long as calls, not work, take the time",
            "512: -" + dollars(prices.of(Quantity.GIGABYTE_SECONDS, product) / 2)),
        List.of(
            "`DefaultWaitSeconds` (0), or `Prefer: wait`",
            "each second that a POST waits is a GB-second; each poll that it saves, a request",
            "a second: +%s; a poll: -%s".formatted(dollars(secondOfWaiting()), dollars(poll()))),
        List.of(
            "`LogRetentionDays` (30)",
            "stored lines",
            "a month: +" + dollars(gigabytesLogged() * prices.of("LOG_GIGABYTE_MONTHS"))),
        List.of(
            "`SystemLogLevel` (WARN)",
            "at INFO, Lambda adds two or three lines to each invocation",
            "INFO: about +" + dollars(platformLines())),
        List.of(
            "`RideRetentionDays` (30)",
            "stored rides of up to 1 KB, and their point-in-time recovery",
            "a month: +" + dollars(storedRides())),
        List.of(
            "`Tracing` (Active)",
            "traces; PassThrough records none",
            "PassThrough: -" + dollars(prices.of(Quantity.TRACES, product))),
        List.of(
            "`MaxPickupMeters` (10000)",
            "reads of searches that find nobody near, none of others",
            "a read unit each: +" + dollars(prices.of(Quantity.READ_UNITS))),
        List.of(
            "`RequestsPerSecond` (100)",
            "nothing by the ride: it caps what a month can cost",
            "0"));
  }

  private double secondOfWaiting() {
    return prices.of(Quantity.GIGABYTE_SECONDS);
  }

  /** The gateway, the function, its time, and one consistent read. */
  private double poll() {
    double millis = RideRun.OWN_MILLIS + RideRun.CALL_MILLIS;
    return prices.of(Quantity.HTTP_REQUESTS)
        + prices.of(Quantity.INVOCATIONS)
        + prices.of(Quantity.GIGABYTE_SECONDS) * millis / 1000
        + prices.of(Quantity.READ_UNITS)
        + prices.of(Quantity.LOG_GIGABYTES) * LoggedByAws.gatewayBytes() / 1e9;
  }

  private double platformLines() {
    return product.of(Quantity.INVOCATIONS)
        * LoggedByAws.platformBytesByDefault()
        / 1e9
        * prices.of(Quantity.LOG_GIGABYTES);
  }

  private double gigabytesLogged() {
    return product.of(Quantity.LOG_GIGABYTES);
  }

  private double storedRides() {
    return RIDE_GIGABYTES
        * (prices.of("TABLE_GIGABYTE_MONTHS") + prices.of("BACKUP_GIGABYTE_MONTHS"));
  }

  private static String dollars(double perRide) {
    double million = perRide * MILLION;
    return million < 1 ? Figures.of(million) : String.format(Locale.ROOT, "%,.2f", million);
  }
}
