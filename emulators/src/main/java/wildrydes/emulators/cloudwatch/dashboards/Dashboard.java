package wildrydes.emulators.cloudwatch.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import wildrydes.emulators.Aws;

/**
 * A dashboard as it was last put.
 *
 * @param body JSON
 */
record Dashboard(String name, String body, Instant modified) {

  /** Dashboards belong to all regions. */
  String arn() {
    return "arn:aws:cloudwatch::%s:dashboard/%s".formatted(Aws.ACCOUNT_ID, name);
  }

  /** Bytes. */
  int size() {
    return body.getBytes(UTF_8).length;
  }
}
