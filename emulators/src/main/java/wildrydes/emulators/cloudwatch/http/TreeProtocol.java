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
import java.util.Map;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * The two forms whose bodies are trees with typed leaves. They name the operation outside of the
 * body and differ in how they write a time.
 */
record TreeProtocol(Form form, String operation) implements Protocol {
  enum Form {
    /** A time is a number under tag 1. */
    RPC_V2_CBOR(
        Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"),
        CBORMapper.builder().addModule(times(new TaggedSeconds())).build()),

    /** A time is a number of seconds. */
    AWS_JSON_1_0(
        Map.of("Content-Type", "application/x-amz-json-1.0"),
        JsonMapper.builder()
            // Python writes a bare NaN; CloudWatch's own refusal of it says more than a parse
            // error.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .addModule(times(new Seconds()))
            .build());

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, String> headers;

    @SuppressWarnings("ImmutableEnumChecker") // never reconfigured, hence safe for all threads
    private final ObjectMapper mapper;

    Form(Map<String, String> headers, ObjectMapper mapper) {
      this.headers = headers;
      this.mapper = mapper;
    }

    private static SimpleModule times(JsonSerializer<Instant> serializer) {
      return new SimpleModule("times").addSerializer(Instant.class, serializer);
    }
  }

  /** No body at all is a request without parameters. */
  @Override
  public Call read(byte[] body) throws IOException {
    JsonNode request = body.length == 0 ? Operation.structure() : tree(body);
    if (!request.isObject()) {
      throw new ApiError(ApiError.Code.UNREADABLE, "The request must be a structure.");
    }
    return new Call(operation, new Parameters(request, ""));
  }

  @Override
  public byte[] answer(Call call, ObjectNode answer, String requestId) throws IOException {
    return answer.isEmpty() ? new byte[0] : form.mapper.writeValueAsBytes(answer);
  }

  @Override
  public byte[] error(ApiError refused, String requestId) throws IOException {
    var error = Operation.structure().put("__type", refused.code().shape());
    return form.mapper.writeValueAsBytes(
        error.put("message", refused.getMessage()).setAll(refused.details()));
  }

  @Override
  public Map<String, String> headers() {
    return form.headers;
  }

  private JsonNode tree(byte[] body) throws IOException {
    try {
      return form.mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ApiError(
          ApiError.Code.UNREADABLE,
          "The body is not %s: %s"
              .formatted(form.headers.get("Content-Type"), e.getOriginalMessage()));
    }
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
