package wildrydes.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * Ports of 127.0.0.1. Emulators take any credentials, so they must never be reachable from another
 * machine.
 */
final class Loopback {

  static final String HOST = "127.0.0.1";

  private static final int ATTEMPTS = 10;

  private Loopback() {}

  /** Starts a server on a port. */
  @FunctionalInterface
  interface Binding<T> {
    /**
     * Starts it on exactly that port.
     *
     * @throws BindException when somebody else has the port
     */
    T on(int port) throws BindException;
  }

  /**
   * Starts on the given port, or on any free one if it is 0. A free port can be lost again before
   * the server binds it, so that case tries others.
   *
   * @throws BindException naming the port, when it is taken
   */
  static <T> T bind(int port, Binding<T> binding) throws BindException {
    if (port != 0) {
      probe(port);
      return binding.on(port);
    }
    BindException lost = new BindException("No free port on " + HOST);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return binding.on(probe(0));
      } catch (BindException e) {
        lost = e;
      }
    }
    throw lost;
  }

  static URI endpoint(int port) {
    return URI.create("http://" + HOST + ":" + port);
  }

  static BindException taken(int port, Throwable cause) {
    var taken =
        new BindException(
            "Port " + port + " of " + HOST + " is taken. Stop what uses it, or choose another.");
    taken.initCause(cause);
    return taken;
  }

  /** Finds the bind failure that a server library wrapped. */
  static boolean isBindFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private static int probe(int port) throws BindException {
    try (var socket = new ServerSocket()) {
      // As the servers do: a port whose last connections are still closing is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return socket.getLocalPort();
    } catch (BindException e) {
      throw taken(port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
