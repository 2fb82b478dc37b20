package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AWS JSON 1.0 byte by byte, as boto3 and the aws CLI send it. */
class JsonProtocolTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private CloudWatchEmulator emulator;

  @BeforeEach
  void start() throws IOException {
    emulator = CloudWatchEmulator.start(0, new SettableClock(NOON));
  }

  @AfterEach
  void stop() {
    http.close();
    emulator.close();
  }

  @Test
  void timesAreSecondsSinceTheEpoch() throws Exception {
    var put =
        call(
            "PutMetricData",
            """
            {"Namespace":"N","MetricData":[
              {"MetricName":"M","Value":2,"Timestamp":1772366400.25,"StorageResolution":1}]}""");

    var read =
        call(
            "GetMetricStatistics",
            """
            {"Namespace":"N","MetricName":"M","Statistics":["Sum"],"Period":1,
             "StartTime":1772366400,"EndTime":1772366401}""");

    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.body()).isEmpty();
    assertThat(read.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    assertThat(JSON.readTree(read.body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"Label":"M","Datapoints":[{"Timestamp":1772366400,"Sum":2.0,"Unit":"None"}]}"""));
  }

  @Test
  void aRefusalHasItsTypeInTheBodyAndItsOldCodeInAHeader() throws Exception {
    var answer =
        call(
            "GetMetricStatistics",
            """
            {"Namespace":"N","MetricName":"M","Statistics":["Sum"],"Period":45,
             "StartTime":0,"EndTime":60}""");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("x-amzn-query-error"))
        .contains("InvalidParameterValue;Sender");
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"__type":"com.amazonaws.cloudwatch#InvalidParameterValueException",
                 "message":"The value 45 for parameter Period is invalid: it must be 1, 5, 10, 20, 30 \
                or a multiple of 60."}"""));
  }

  @Test
  void aBareNaNIsRefusedAsAValue() throws Exception {
    var answer =
        call(
            "PutMetricData",
            """
            {"Namespace":"N","MetricData":[{"MetricName":"M","Value":NaN}]}""");

    assertThat(answer.body()).contains("The value NaN for parameter MetricData.member.1.Value");
  }

  @Test
  void tooManyDatapointsAreRefused() throws Exception {
    var answer =
        call(
            "GetMetricStatistics",
            """
            {"Namespace":"N","MetricName":"M","Statistics":["Sum"],"Period":60,
             "StartTime":0,"EndTime":86460}""");

    assertThat(answer.body())
        .contains("You have requested up to 1,441 datapoints, which exceeds the limit of 1,440.");
  }

  @Test
  void whatIsNotJsonIsRefused() throws Exception {
    assertThat(call("ListMetrics", "{").body()).contains("#SerializationException");
    assertThat(call("ListMetrics", "[]").body()).contains("The request must be a structure.");
    assertThat(call("ListMetrics", "{\"Namespace\":7}").body())
        .contains("The parameter Namespace must be a string.");
    assertThat(call("ListMetrics", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatUnfoldsWithoutEndIsRefused() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[17 << 20]);
    }

    var answer =
        send(
            target("ListMetrics")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("#RequestEntityTooLargeException");
  }

  @Test
  void aBodyLargerThanCloudWatchTakesIsRefused() throws Exception {
    var answer = call("ListMetrics", " ".repeat(4 << 20));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("The request is larger than 1048576 bytes.");
  }

  @Test
  void whatIsNotGzipIsRefused() throws Exception {
    var answer =
        send(
            target("ListMetrics")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}", StandardCharsets.UTF_8)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The body is not gzip");
  }

  @Test
  void aBugIsTheServersFault() throws Exception {
    emulator.close();
    emulator =
        CloudWatchEmulator.start(
            0,
            () -> {
              throw new IllegalStateException("The clock has stopped.");
            });

    var answer =
        call(
            "PutMetricData",
            """
            {"Namespace":"N","MetricData":[{"MetricName":"M","Value":1}]}""");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("x-amzn-query-error"))
        .contains("InternalServiceError;Receiver");
    assertThat(answer.body()).contains("#InternalServiceFault", "The clock has stopped.");
  }

  @Test
  void whoSpeaksNoneOfItsProtocolsIsToldWhich() throws Exception {
    var answer = send(HttpRequest.newBuilder(emulator.endpoint()).GET());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("query protocol", emulator.endpoint().toString());
  }

  private HttpResponse<String> call(String operation, String body) throws Exception {
    return send(target(operation).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder target(String operation) {
    return HttpRequest.newBuilder(emulator.endpoint())
        .header("Content-Type", "application/x-amz-json-1.0")
        .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
