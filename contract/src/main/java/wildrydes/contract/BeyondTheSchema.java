package wildrydes.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why the API may refuse what the document's schemas allow: they cannot say these. The document's
 * introduction names them in words.
 *
 * @param answer the name of the answer that it excuses
 */
record BeyondTheSchema(String answer, Predicate<Asked> applies) {

  private static final Pattern ESCAPED_SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]");

  private static final List<BeyondTheSchema> REASONS =
      List.of(
          new BeyondTheSchema("payload-too-large", asked -> bytes(asked) > 8192),
          new BeyondTheSchema(KindOfAnswer.GATEWAY, asked -> bytes(asked) > 10 * 1024 * 1024),
          new BeyondTheSchema("malformed-json", asked -> !isUtf8(asked.body())),
          new BeyondTheSchema(
              "malformed-json", asked -> ESCAPED_SURROGATE.matcher(asked.body()).find()),
          new BeyondTheSchema("malformed-json", asked -> !isStrictAndFlat(asked.body())),
          new BeyondTheSchema("unsupported-media-type", asked -> !isPlainJson(asked)),
          new BeyondTheSchema(
              "unsupported-media-type", asked -> asked.headers().containsKey("Content-Encoding")),
          // That depends on what was asked before.
          new BeyondTheSchema(
              "idempotency-key-reused", asked -> asked.headers().containsKey("Idempotency-Key")));

  static boolean excuses(Asked asked, KindOfAnswer kind) {
    return REASONS.stream()
        .anyMatch(reason -> reason.answer.equals(kind.name()) && reason.applies.test(asked));
  }

  private static int bytes(Asked asked) {
    return asked.body().getBytes(UTF_8).length;
  }

  /** Of parameters, lists and odd spellings the document says in words which are taken. */
  private static boolean isPlainJson(Asked asked) {
    return asked.header("Content-Type").toLowerCase(Locale.ROOT).equals("application/json");
  }

  /** Whoever decoded bytes that are none has put the replacement character there. */
  private static boolean isUtf8(String body) {
    return !body.contains("\uFFFD") && UTF_8.newEncoder().canEncode(body);
  }

  /** No name twice in one object, nothing behind it, and not nested too deeply. */
  private static boolean isStrictAndFlat(String body) {
    var json =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build());
    try {
      json.readTree(body);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
