package wildrydes.local.hostile;

import java.util.List;
import java.util.stream.Stream;

/** Texts that have broken other programs, some of each kind. */
final class HostileStrings {

  private static final List<String> WORDS =
      List.of(
          "undefined",
          "null",
          "NULL",
          "(null)",
          "nil",
          "None",
          "true",
          "false",
          "NaN",
          "-Infinity",
          "0",
          "-0",
          "1E+02",
          "0x1F",
          "1/0",
          "999999999999999999999999",
          "1,000.00",
          "CON",
          "PRN",
          "__proto__",
          "constructor",
          "hasOwnProperty",
          "toString",
          "then",
          "\\",
          "\\\\",
          "/",
          "//");

  private static final List<String> CODE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "'; DROP TABLE Rides; --",
          "1' OR '1'='1",
          "attribute_not_exists(RideId)",
          "{\"S\":\"x\"}",
          "${jndi:ldap://127.0.0.1/a}",
          "${${lower:j}ndi:dns://x}",
          "{{7*7}} #{7*7} <%= 7*7 %>",
          "%s%n%d%x%p",
          "$(reboot) `reboot` ; reboot | reboot",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "file:///etc/passwd",
          "http://169.254.169.254/latest/meta-data/",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
          "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
          "=cmd|' /C calc'!A0",
          "a\r\nX-Injected: 1\r\n\r\nHTTP/1.1 200 OK");

  private static final List<String> CHARACTERS =
      List.of(
          "\u0000",
          "\u0001\u0008\u001B[31m\u007F",
          "\u0085\u00A0\u00AD",
          "é",
          "e\u0301",
          "Z\u0351\u036B\u0343a\u0316\u0347l\u0324\u0321g\u0331o\u0332",
          "Ω≈ç√∫",
          "田中さん",
          "사회과학원",
          "بسم الله",
          "עברית",
          "\u202Eevil\u202C",
          "\u2066x\u2069",
          "\u200B\u200C\u200D\u2060",
          "\uFEFF",
          "\uFFFD",
          "\uFFFE\uFFFF",
          "\uD83E\uDD84",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uD83C\uDDE9\uD83C\uDDEA",
          "\uDBFF\uDFFF",
          "\uD835\uDDEE",
          "１２３",
          "٠١٢",
          "ﷺ",
          "İıſK",
          "ß",
          "ﬃ",
          "⁰⁴⁵",
          "\u2028\u2029",
          "\t",
          " ",
          "");

  private HostileStrings() {}

  static Stream<String> all() {
    return Stream.of(WORDS, CODE, CHARACTERS).flatMap(List::stream);
  }
}
