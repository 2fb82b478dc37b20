package wildrydes.emulators;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The JDK's HTTP server on 127.0.0.1, set up so that many clients may keep their connections. */
public final class LoopbackServer {

  static {
    // Read once, when the server's classes load. Without it each answer waits 40 ms for a delayed
    // ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // By default it closes what is idle for 30 s, just when the JDK's client, which keeps its
    // connections for 30 s, may use one once more; and all idle ones beyond 200.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    // Seconds for a request to arrive as a whole; by default it waits for ever.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
  }

  private LoopbackServer() {}

  /**
   * A server that is bound and not yet started.
   *
   * @param port 0 takes any free one
   * @throws java.net.BindException when the port is taken
   */
  public static HttpServer bind(int port) throws IOException {
    byte[] loopback = {127, 0, 0, 1};
    return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback), port), 0);
  }
}
