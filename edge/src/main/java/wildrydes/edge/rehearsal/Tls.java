package wildrydes.edge.rehearsal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** The beginning of an encrypted connection, as far as it goes without anybody to talk to. */
final class Tls {

  private Tls() {}

  /**
   * Reads the trusted certificates and makes a client's greeting, with its keys, into a buffer that
   * is thrown away: AWS is only reached over TLS, and the stage speaks plain HTTP.
   */
  static void greetNobody() throws GeneralSecurityException, SSLException {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    engine.beginHandshake();
    ByteBuffer greeting = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), greeting);
  }
}
