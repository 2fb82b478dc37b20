package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 8 to 14 of the table of bad inputs, but for numbers: bodies that cannot be read. */
class BodiesThatAreNoJsonTest extends UnlimitedApiTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\r\n", "\u0000", "\u000B", "\u00A0", "\u2028"})
  void aBodyOfNothingIsMalformed(String body) {
    assertMalformed(body);
  }

  static Stream<String> brokenJson() {
    return Stream.concat(
        // Cut off anywhere.
        Stream.iterate(1, i -> i < SEATTLE.length(), i -> i + 1).map(i -> SEATTLE.substring(0, i)),
        Stream.of(
            SEATTLE.substring(1),
            SEATTLE.replace("}}", ",}}"),
            SEATTLE.replace("}}", "},}"),
            SEATTLE.replace("{\"P", "{,\"P"),
            SEATTLE.replace(",", ",,"),
            SEATTLE.replace(",", ""),
            SEATTLE.replace(",", ";"),
            SEATTLE.replace(":", ""),
            SEATTLE.replace(":", "::"),
            SEATTLE.replace(":", "="),
            SEATTLE.replace("{\"P", "{/* here */\"P"),
            SEATTLE.replace("{\"P", "{//\n\"P"),
            SEATTLE.replace("{\"P", "{#\n\"P"),
            SEATTLE.replace("{\"P", "{<!-- -->\"P"),
            SEATTLE + SEATTLE,
            SEATTLE + "\n" + SEATTLE,
            SEATTLE + "x",
            SEATTLE + ",",
            SEATTLE + "}",
            SEATTLE + "]",
            SEATTLE + "//",
            SEATTLE + "\u0000",
            SEATTLE + "\u001A",
            SEATTLE + " null",
            SEATTLE.replace("}}", "]}"),
            SEATTLE.replace("}}", "}"),
            SEATTLE.replace('"', '\''),
            SEATTLE.replace("\"Latitude\"", "Latitude"),
            SEATTLE.replace("\"Latitude\"", "`Latitude`"),
            SEATTLE.replace("\"Latitude\"", "1"),
            SEATTLE.replace("\"Latitude\"", "null"),
            SEATTLE.replace(" ", "").replace(":", ":\u00A0"),
            SEATTLE.replace(":", ":\u000C"),
            SEATTLE.replace(":", ":\u2028"),
            "\u001E" + SEATTLE,
            "callback(" + SEATTLE + ")",
            ")]}',\n" + SEATTLE,
            "PickupLocation=47.6&x=1",
            "<PickupLocation/>",
            "%7B%7D"));
  }

  @ParameterizedTest
  @MethodSource("brokenJson")
  void whatIsNoJsonIsMalformed(String body) {
    assertMalformed(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "]",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "[\"a\":1]",
        "[1",
        "[1}",
        "{",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1}}",
        "{a:1}",
        "{1:1}",
        "tru",
        "True",
        "TRUE",
        "nul",
        "Null",
        "NULL",
        "undefined",
        "nan",
        "fals",
        "truee",
        "nulll",
        "'a'",
        "\"",
        "\"a",
        "a\"",
        "\"\\\"",
        "\"\\",
        "\"\\x\"",
        "\"\\a\"",
        "\"\\'\"",
        "\"\\0\"",
        "\"\\u\"",
        "\"\\u1\"",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\u123g\"",
        "\"\\U0041\"",
        "\"\\u{41}\"",
        "\"\\é\"",
        "\"\n\"",
        "\"\t\"",
        "\"\r\"",
        "\"\u0000\"",
        "\"\u0001\"",
        "\"\u0008\"",
        "\"\u001F\"",
        "\"\\\n\"",
        "\"a\"b\"",
        "\"\"\"",
        "*",
        "$",
        "@",
        "<1>",
        "(1)",
      })
  void anIgnoredFieldMustBeJsonAsWell(String value) {
    assertMalformed(withField(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\uDBFF\\uD800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud800x\\udc00\"",
        "\"\\ud800\\u0041\"",
        "\"\uD800\"",
        "\"\uDC00\uD800\"",
        "\"\uD83D" + "\\uDE00\"",
        "[\"\\ud800\"]",
        "[[{\"a\":[\"\\ud800\"]}]]",
        "{\"\\ud800\":1}",
        "{\"\uDFFF\":1}",
        "[{\"a\":{\"\\udc00\":null}}]",
      })
  void halfASurrogatePairIsMalformedAnywhere(String value) {
    assertMalformed(withField(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C3", // a sequence that ends too early
        "C328",
        "E28228",
        "F0288CBC",
        "A0", // one that never began
        "80BF",
        "C0AF", // overlong forms of a slash
        "E080AF",
        "F08080AF",
        "C080", // an overlong NUL
        "EDA080", // surrogates
        "EDBFBF",
        "EDA0BDEDB880",
        "F4908080", // beyond the last character
        "F5808080",
        "FE",
        "FFFF",
      })
  void bytesThatAreNoUtf8AreMalformedAnywhere(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String raw = new String(bytes, ISO_8859_1);

    assertMalformedBytes(withField("\"" + raw + "\"").getBytes(ISO_8859_1));
    assertMalformedBytes(withField("{\"" + raw + "\":1}").getBytes(ISO_8859_1));
    assertMalformedBytes((raw + SEATTLE).getBytes(ISO_8859_1));
    assertMalformedBytes((SEATTLE + raw).getBytes(ISO_8859_1));
  }

  static Stream<Charset> otherCharsets() {
    return Stream.of(
        UTF_16LE,
        UTF_16BE,
        Charset.forName("UTF-16"),
        Charset.forName("UTF-32"),
        Charset.forName("UTF-32LE"),
        Charset.forName("X-UTF-32LE-BOM"),
        Charset.forName("IBM037"));
  }

  @ParameterizedTest
  @MethodSource("otherCharsets")
  void aBodyInAnotherCharsetIsMalformed(Charset charset) {
    assertMalformedBytes(SEATTLE.getBytes(charset));
    assertMalformed(new String(SEATTLE.getBytes(charset), ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\uFEFF\uFEFF", "\uFEFF ", " \uFEFF", "\uFFFE", "\u00EF»¿"})
  void aByteOrderMarkIsMalformed(String mark) {
    assertMalformed(mark + SEATTLE);
    assertMalformed(SEATTLE + mark);
    assertMalformedBytes((mark + SEATTLE).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"\\u0061\":1,\"\\u0061\":2}",
        "{\"/\":1,\"\\/\":2}",
        "{\"\":1,\"\":2}",
        "{\"é\":1,\"\\u00e9\":2}",
        "{\"\uD83D\uDE00\":1,\"\\ud83d\\ude00\":2}",
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"a\":5}",
        "[{\"a\":null,\"a\":null}]",
        "[[[{\"b\":{\"a\":[],\"a\":[]}}]]]",
        "{\"a\":{\"b\":1},\"a\":{\"c\":2}}",
      })
  void aNameTwiceInOneObjectIsMalformedAnywhere(String value) {
    assertMalformed(withField(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"PickupLocation\":{\"Latitude\":1,\"Latitude\":2,\"Longitude\":3}}",
        "{\"PickupLocation\":{\"Latitude\":1,\"Longitude\":3,\"Latitud\\u0065\":1}}",
        "{\"PickupLocation\":null,\"PickupLocation\":{\"Latitude\":1,\"Longitude\":2}}",
        "{\"PickupLocation\":{\"Latitude\":1,\"Longitude\":2},\"PickupLocatio\\u006E\":null}",
      })
  void aPickupNamedTwiceIsMalformed(String body) {
    assertMalformed(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{}]",
        "[null]",
        "\"text\"",
        "\"\"",
        "42",
        "0",
        "-0.0",
        "1e400",
        "null",
        "true",
        "false",
        " \"{}\" ",
      })
  void whatIsNoObjectIsMalformed(String body) {
    assertMalformed(body);
  }

  @Test
  void aListOfRidesIsMalformed() {
    assertMalformed("[" + SEATTLE + "]");
    assertMalformed("[" + SEATTLE + "," + SEATTLE + "]");
  }

  private void assertMalformed(String body) {
    assertProblem(post(body), 400, "malformed-json");
    assertThat(rides.count()).isZero();
  }

  private void assertMalformedBytes(byte[] body) {
    assertProblem(postBase64(encode(body)), 400, "malformed-json");
  }
}
