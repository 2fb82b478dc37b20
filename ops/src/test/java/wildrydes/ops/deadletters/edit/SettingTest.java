package wildrydes.ops.deadletters.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wildrydes.ops.deadletters.view.Bodies;

class SettingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "A=1          | {'A':1}",
        "A=47.6175    | {'A':47.6175}",
        "A=alice      | {'A':'alice'}",
        "A='1'        | {'A':'1'}",
        "A=           | {'A':''}",
        "A=null       | {'A':null}",
        "A=a=b        | {'A':'a=b'}",
        "A={'B':[1]}  | {'A':{'B':[1]}}",
        "A.B.C=true   | {'A':{'B':{'C':true}}}",
        "A=1 2        | {'A':'1 2'}"
      })
  void aValueIsJsonOrElseAText(String setting, String body) {
    assertThat(applied("{}", setting.replace('\'', '"'))).isEqualTo(body.replace('\'', '"'));
  }

  @Test
  void elementsOfListsAreCounted() {
    assertThat(applied("{\"L\":[{\"A\":1},{\"A\":2}]}", "L.1.A=3"))
        .isEqualTo("{\"L\":[{\"A\":1},{\"A\":3}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "=1", "A..B=1", ".A=1", "L.2=1", "L.x.A=1", "S.B=1", "S.B.C=1"})
  void whereThereIsNoPlaceNothingIsSet(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> applied("{\"L\":[1,2],\"S\":\"text\"}", setting));
  }

  private static String applied(String body, String setting) {
    JsonNode json = Bodies.json(body).orElseThrow();
    Setting.parse(setting).applyTo(json);
    return json.toString();
  }
}
