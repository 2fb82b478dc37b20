package wildrydes.ops.deadletters.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * Who works here.
 *
 * @param name {@code user@host}
 */
public record Operator(String name) {

  public static Operator of(Map<String, String> environment) {
    String host = environment.getOrDefault("HOSTNAME", "");
    return new Operator(System.getProperty("user.name") + "@" + (host.isBlank() ? host() : host));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
