package wildrydes.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to a service, which can be cut and mended. */
final class Line implements AutoCloseable {

  private enum State {
    OPEN,
    /** Connections are reset, old and new ones. */
    CUT,
    /** Requests arrive and have their effect; answers never do. */
    HANGING
  }

  private final URI service;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;

  Line(URI service) {
    this.service = service;
    try {
      this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
  }

  void cut() {
    state = State.CUT;
    hangUp();
  }

  void hang() {
    state = State.HANGING;
  }

  /** Works again, for new connections. */
  void mend() {
    state = State.OPEN;
    // Answers are missing from the old ones.
    hangUp();
  }

  @Override
  public void close() {
    close(entrance);
    hangUp();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        // One connection less; or the entrance is closed, and all is over.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    if (state == State.CUT) {
      reset(client);
      return;
    }
    Socket server = new Socket(service.getHost(), service.getPort());
    for (Socket socket : Set.of(client, server)) {
      socket.setTcpNoDelay(true);
      sockets.add(socket);
    }
    Thread.startVirtualThread(() -> pump(client, server, false));
    Thread.startVirtualThread(() -> pump(server, client, true));
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] bytes = new byte[8192];
    try {
      for (int read = from.getInputStream().read(bytes);
          read >= 0;
          read = from.getInputStream().read(bytes)) {
        if (!answers || state != State.HANGING) {
          to.getOutputStream().write(bytes, 0, read);
        }
      }
    } catch (IOException e) {
      // One side is gone, so the other goes as well.
    } finally {
      reset(from);
      reset(to);
    }
  }

  private void hangUp() {
    sockets.forEach(this::reset);
  }

  /** The other side sees an error at once, and not an orderly end. */
  private void reset(Socket socket) {
    sockets.remove(socket);
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    } finally {
      close(socket);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
