package wildrydes.benchmarks.cost;

import java.nio.charset.StandardCharsets;

/** Lines that AWS itself writes into our log groups, at their usual length. */
final class LoggedByAws {

  /** What Lambda says of each invocation in plain text, the default: its start, end and report. */
  private static final String PLAIN =
      """
      START RequestId: 79b4f56e-95b1-4643-9700-2807f4e68189 Version: 12
      END RequestId: 79b4f56e-95b1-4643-9700-2807f4e68189
      REPORT RequestId: 79b4f56e-95b1-4643-9700-2807f4e68189\tDuration: 25.34 ms\tBilled Duration: 26 ms\t\
      Memory Size: 1024 MB\tMax Memory Used: 180 MB
      XRAY TraceId: 1-6920f0c4-0123456789abcdef01234567\tSegmentId: 0123456789abcdef\tSampled: true
      """;

  /** The gateway's line, as template.yaml's AccessLogSettings say. */
  private static final String GATEWAY =
      """
      {"requestId":"JKJaXmPLvHcESHA=","time":"22/Nov/2025:23:42:30 +0000","route":"GET /ride/{rideId}",\
      "status":"200","latencyMs":"21","authorizerError":"-","integrationError":"-"}
      """;

  private LoggedByAws() {}

  /** Of each invocation that does not fail: nothing, by template.yaml's SystemLogLevel. */
  static int platformBytes() {
    return 0;
  }

  /** The same where nothing was said about it. */
  static int platformBytesByDefault() {
    return length(PLAIN);
  }

  static int gatewayBytes() {
    return length(GATEWAY);
  }

  private static int length(String lines) {
    return lines.getBytes(StandardCharsets.UTF_8).length;
  }
}
