package wildrydes.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A service in trouble: it takes connections and never answers; once closed, it refuses them. */
final class DeafServer implements AutoCloseable {

  private final ServerSocket socket;

  DeafServer() {
    try {
      // The backlog accepts for it: nobody ever reads.
      socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Where nobody listens. */
  static String nobodyAt() {
    var server = new DeafServer();
    server.close();
    return server.url();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
