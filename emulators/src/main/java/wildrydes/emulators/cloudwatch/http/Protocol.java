package wildrydes.emulators.cloudwatch.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.time.Instant;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * The two forms in which today's clients send the same request. They differ in how a time is
 * written, and in where the operation's name stands (see {@link Call}).
 */
public enum Protocol {
  /** Smithy RPC v2 CBOR, which the Java SDK speaks: a time is a number under tag 1. */
  RPC_V2_CBOR(
      "application/cbor", CBORMapper.builder().addModule(times(new TaggedSeconds())).build()),

  /** AWS JSON 1.0, which boto3 and the aws CLI speak: a time is a number of seconds. */
  AWS_JSON_1_0(
      "application/x-amz-json-1.0",
      JsonMapper.builder()
          // Python writes a bare NaN; CloudWatch's own refusal of it says more than a parse error.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .addModule(times(new Seconds()))
          .build());

  private final String contentType;

  @SuppressWarnings("ImmutableEnumChecker") // never reconfigured, hence safe for all threads
  private final ObjectMapper mapper;

  Protocol(String contentType, ObjectMapper mapper) {
    this.contentType = contentType;
    this.mapper = mapper;
  }

  String contentType() {
    return contentType;
  }

  /** No body at all is a request without parameters. */
  Parameters read(byte[] body) throws IOException {
    JsonNode request = body.length == 0 ? Operation.structure() : tree(body);
    if (!request.isObject()) {
      throw new ApiError(ApiError.Code.UNREADABLE, "The request must be a structure.");
    }
    return new Parameters(request, "");
  }

  byte[] write(ObjectNode answer) throws IOException {
    return answer.isEmpty() ? new byte[0] : mapper.writeValueAsBytes(answer);
  }

  private JsonNode tree(byte[] body) throws IOException {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ApiError(
          ApiError.Code.UNREADABLE,
          "The body is not %s: %s".formatted(contentType, e.getOriginalMessage()));
    }
  }

  private static SimpleModule times(JsonSerializer<Instant> serializer) {
    return new SimpleModule("times").addSerializer(Instant.class, serializer);
  }

  private static class Seconds extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      if (time.getNano() == 0) {
        to.writeNumber(time.getEpochSecond());
      } else {
        to.writeNumber(time.getEpochSecond() + time.getNano() / 1e9);
      }
    }
  }

  private static final class TaggedSeconds extends Seconds {
    private static final int EPOCH_TIME = 1;

    @Override
    public void serialize(Instant time, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      ((CBORGenerator) to).writeTag(EPOCH_TIME);
      super.serialize(time, to, provider);
    }
  }
}
