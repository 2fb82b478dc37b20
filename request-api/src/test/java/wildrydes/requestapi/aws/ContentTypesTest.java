package wildrydes.requestapi.aws;

import static java.util.Objects.requireNonNullElse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 2 to 4 of the table of bad inputs: what a body may call itself. */
class ContentTypesTest extends UnlimitedApiTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        "; charset=utf-8",
        "json",
        "/json",
        "application",
        "application/",
        "application/*",
        "*/*",
        "text/plain",
        "text/json",
        "text/html; charset=utf-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        "application/xml",
        "application/octet-stream",
        "application/jsonp",
        "application/json5",
        "application/json-seq",
        "application/ld+json",
        "application/problem+json",
        "application /json",
        "application/ json",
        "application//json",
        "\"application/json\"",
        "\u00A0application/json",
        "application/json\u2003",
        "application/json\u0000",
        "application/json\ntext/plain",
        "appl\u0131cat\u0131on/json",
        "ａpplication/json",
      })
  void anythingButJsonIsUnsupported(String contentType) {
    assertProblem(sendAs(contentType), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-16",
        "application/json; charset=UTF-16LE",
        "application/json; charset=utf-32",
        "application/json; charset=iso-8859-1",
        "application/json; charset=us-ascii",
        "application/json; charset=utf-7",
        "application/json; charset=",
        "application/json; charset",
        "application/json; charset=\"\"",
        "application/json; charset='utf-8'",
        "application/json; charset=\"utf-8",
        "application/json; charset=utf-8\"",
        "application/json; charset=\"utf-8 \"",
        "application/json; charset=utf-8; charset=utf-16",
        "application/json; charset=utf-16; charset=utf-8",
        "application/json; charset=utf-8; CHARSET=utf-8",
        "application/json; charset=utf-8, utf-16",
        "application/json; charset=utf-8 utf-16",
        "application/json; x=\"a\\\"; charset=utf-16",
      })
  void anyOtherCharsetIsUnsupported(String contentType) {
    assertProblem(sendAs(contentType), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, text/plain",
        "text/plain, application/json",
        "application/json, application/json",
        "application/json,",
        "application/json text/plain",
        "application/json; =",
        "application/json; x=",
        "application/json; x=a b",
        "application/json; x=\"a\"b",
        "application/json; ü=1",
        "application/json: charset=utf-8",
      })
  void whatCanBeReadTwoWaysIsUnsupported(String contentType) {
    assertProblem(sendAs(contentType), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON;charset=\"UTF-8\"",
        "APPLICATION/JSON",
        " application/json ; charset = utf-8 ",
        "\tapplication/json\t;\tcharset=utf-8\t",
        "application/json;charset=utf-8",
        "application/json; charset=Utf-8; profile=x",
        "application/json; CharSet=\"u\\tf\\-8\"",
        "application/json;",
        "application/json;;",
        "application/json; profile=\"a;charset=utf-16\"",
        "application/json; profile=\"a, text/plain\"",
        "application/json; profile=\"\"",
        "application/json; xcharset=utf-16",
      })
  void jsonInUtf8IsAccepted(String contentType) {
    assertAccepted(sendAs(contentType));
    assertAccepted(send(event -> header(event, "content-TYPE", contentType)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000, 1_000_000})
  void anEndlessContentTypeIsUnsupported(int length) {
    String quoted = "application/json; x=\"" + "\\a".repeat(length) + "\"";

    assertProblem(sendAs(quoted), 415, "unsupported-media-type");
    assertProblem(sendAs("application/json" + ";".repeat(length)), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json|text/plain",
        "text/plain|application/json",
        "application/json|application/json",
        "application/json|application/json; charset=utf-16",
        "application/json|",
      })
  void aRepeatedContentTypeIsUnsupported(String both) {
    List<String> values = Arrays.asList(both.split("\\|", -1));
    Map<String, String> differingCase =
        Map.of("Content-Type", values.getFirst(), "content-type", values.getLast());

    assertProblem(
        send(event -> event.withMultiValueHeaders(Map.of("content-type", values))),
        415,
        "unsupported-media-type");
    assertProblem(send(event -> event.withHeaders(differingCase)), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "deflate",
        "br",
        "zstd",
        "identity, gzip",
        "gzip, identity",
        "gzip,",
        "identity;q=1",
        "identit\u0131",
        "x-unheard-of",
      })
  void aCodedBodyIsUnsupported(String contentEncoding) {
    assertProblem(
        send(event -> header(event, "Content-Encoding", contentEncoding)),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", " identity ", "identity, identity", ""})
  void aBodyAsItIsIsAccepted(String contentEncoding) {
    assertAccepted(send(event -> header(event, "content-encoding", contentEncoding)));
  }

  /** What nobody sent is no header at all. */
  private APIGatewayProxyResponseEvent sendAs(@Nullable String contentType) {
    return send(event -> withContentType(event, contentType));
  }

  private static APIGatewayProxyRequestEvent withContentType(
      APIGatewayProxyRequestEvent event, @Nullable String contentType) {
    Map<String, String> headers = new HashMap<>(requireNonNullElse(event.getHeaders(), Map.of()));
    headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    if (contentType != null) {
      headers.put("Content-Type", contentType);
    }
    return event.withHeaders(headers);
  }
}
