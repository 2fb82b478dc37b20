package wildrydes.emulators.cloudwatch.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import wildrydes.emulators.cloudwatch.api.ApiError;

/** Reads a request's body, which SDKs compress above 10 kB. */
public final class RequestBody {
  /** CloudWatch's own limit for what is sent, compressed or not. */
  private static final int LARGEST = 1 << 20;

  /** Ours, so that a small body cannot unfold to all the memory there is. */
  private static final int LARGEST_UNZIPPED = 16 << 20;

  private RequestBody() {}

  static byte[] of(HttpExchange exchange) throws IOException {
    byte[] sent = sent(exchange.getRequestBody());
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    if (encoding == null || encoding.equals("identity")) {
      return sent;
    }
    if (!encoding.equals("gzip")) {
      throw unreadable("Content-Encoding %s is not known: use gzip.".formatted(encoding));
    }
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return upTo(LARGEST_UNZIPPED, unzipped);
    } catch (ZipException | EOFException e) {
      throw unreadable("The body is not gzip, as its Content-Encoding says.");
    }
  }

  private static byte[] sent(InputStream body) throws IOException {
    try {
      return upTo(LARGEST, body);
    } finally {
      // What stays unread resets the connection, and the caller never sees the refusal.
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static byte[] upTo(int largest, InputStream body) throws IOException {
    byte[] read = body.readNBytes(largest + 1);
    if (read.length > largest) {
      throw new ApiError(
          ApiError.Code.TOO_LARGE, "The request is larger than %d bytes.".formatted(largest));
    }
    return read;
  }

  private static ApiError unreadable(String message) {
    return new ApiError(ApiError.Code.UNREADABLE, message);
  }
}
