package wildrydes.emulators.cloudwatch.dashboards.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCheckTest {
  private static final String AT_METRICS = "/widgets/0/properties/metrics";

  /** Each is the whole body, and what is said of it; quotes are single ones here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                       | /         | The field DashboardBody must be a valid JSON object:",
        "[]                      | /         | The field DashboardBody must be a valid JSON object",
        "{} x                    | /         | The field DashboardBody must be a valid JSON object:",
        "{}                      | /         | Should have required property 'widgets'",
        "{'widgets':{}}          | /widgets  | Should be array",
        "{'widgets':[7]}         | /widgets/0 | Should be object",
        "{'widgets':[],'periodOverride':'own'} | /periodOverride | Should be equal to one of the allowed values: auto, inherit",
        "{'widgets':[],'variables':[{'type':'pattern','id':'x','inputType':'input'}]} | /variables/0 | Should have required property 'pattern'",
      })
  void theWhole(String body, String path, String message) {
    assertSaid(body, path, message);
  }

  /** Each is one widget. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'properties':{}}                              |            | Should have required property 'type'",
        "{'type':'text'}                                |            | Should have required property 'properties'",
        "{'type':'text','properties':{}}                | /properties | Should have required property 'markdown'",
        "{'type':'text','properties':{'markdown':7}}    | /properties/markdown | Should be string",
        "{'type':'text','x':24,'y':0,'properties':{'markdown':''}}     | /x      | Should be <= 23",
        "{'type':'text','x':-1,'y':0,'properties':{'markdown':''}}     | /x      | Should be >= 0",
        "{'type':'text','x':1.5,'y':0,'properties':{'markdown':''}}    | /x      | Should be integer",
        "{'type':'text','x':1,'properties':{'markdown':''}}            |         | Should have required property 'y'",
        "{'type':'text','width':25,'properties':{'markdown':''}}       | /width  | Should be <= 24",
        "{'type':'text','width':0,'properties':{'markdown':''}}        | /width  | Should be >= 1",
        "{'type':'text','height':1001,'properties':{'markdown':''}}    | /height | Should be <= 1000",
        "{'type':'alarm','properties':{}}                  | /properties | Should have required property 'alarms'",
        "{'type':'alarm','properties':{'alarms':['Mine']}} | /properties/alarms/0 | Should be the ARN of an alarm",
        "{'type':'log','properties':{'region':'r'}}        | /properties | Should have required property 'query'",
        "{'type':'custom','properties':{}}                 | /properties | Should have required property 'endpoint'",
        "{'type':'explorer','properties':{'labels':[]}}    | /properties | Should have required property 'metrics'",
      })
  void oneWidget(String widget, String path, String message) {
    assertSaid(
        "{'widgets':[%s]}".formatted(widget), "/widgets/0" + (path == null ? "" : path), message);
  }

  /** Each is one property of a graph that is right without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'view':'line'                  | /view   | Should be equal to one of the allowed values: timeSeries",
        "'stacked':'yes'                | /stacked | Should be boolean",
        "'period':45                    | /period | Should be 1, 5, 10, 20, 30 or a multiple of 60",
        "'stat':'p101'                  | /stat   | Should be one of SampleCount",
        "'legend':{'position':'top'}    | /legend/position | Should be equal to one of the allowed values: right",
        "'yAxis':{'left':{'min':'0'}}   | /yAxis/left/min  | Should be number",
        "'view':'gauge'                 | /yAxis/left      | Should have required property 'min'",
        "'annotations':{'horizontal':[{'label':'x'}]}  | /annotations/horizontal/0 | Should have required property 'value'",
        "'annotations':{'horizontal':[[{'value':1}]]}  | /annotations/horizontal/0 | Should have 2 items",
        "'annotations':{'horizontal':[{'value':1,'color':'red'}]} | /annotations/horizontal/0/color | Should match pattern",
        "'annotations':{'vertical':[{'value':1}]}      | /annotations/vertical/0/value | Should be string",
      })
  void oneProperty(String property, String path, String message) {
    assertSaid(graph("[['N','M']]", property), "/widgets/0/properties" + path, message);
  }

  /** Each is a graph's metrics. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['N']                                | /0   | Should be array",
        "[['N']]                              | /0   | Should NOT have fewer than 2 items",
        "[['N','M','D']]                      | /0   | Should NOT have more than 2 items: the dimension \"D\" has no value",
        "[['N','M',{'D':'V'}]]                | /0   | Should NOT have more than 2 items: \"D\" is no option of a metric",
        "[['N','M',{},{}]]                    | /0/2 | Invalid metric field type, only \"String\" type is allowed",
        "[['N','M'],['.']]                    | /1   | Should NOT have fewer than 2 items",
        "[['.','M']]                          | /0/0 | There is nothing in the line before that \".\" stands for",
        "[['N','M'],['...','a','b','c']]      | /1/0 | There is nothing in the line before that \"...\" stands for",
        "[['N','M',{'color':'red'}]]          | /0/2/color | Should match pattern",
        "[['N','M',{'stat':'Mean'}]]          | /0/2/stat  | Should be one of SampleCount",
        "[[{'expression':7}]]                 | /0/0/expression | Should be string",
      })
  void oneLine(String metrics, String path, String message) {
    assertSaid(graph(metrics, "'title':''"), AT_METRICS + path, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[['N','M']]",
        "[['N','M','D','V',{'stat':'p99','period':60,'color':'#1f77b4','yAxis':'right','visible':false}]]",
        "[['N','M','D','V'],['.','.','.','W'],['...','X'],['.','M2','.','.',{'id':'m1'}]]",
        "[[{'expression':'m1/2','label':'Half','id':'e1'}],['N','M',{'id':'m1'}]]",
        "[['N','M','D','V','E','W'],['...','F','X']]",
      })
  void linesThatAreRight(String metrics) {
    assertThat(check(graph(metrics, "'title':''")).errors()).isEmpty();
  }

  /** As CloudWatch answers for it. */
  @Test
  void aGraphOfNothingIsThreeErrors() {
    assertThat(check("{'widgets':[{'type':'metric','properties':{'region':'r'}}]}").errors())
        .extracting(Problem::message)
        .containsExactly(
            "Should have required property 'metrics'",
            "The metric widget should have specified a region and a data source or an alarm"
                + " annotation",
            "Should have required property 'annotations'");
  }

  @Test
  void aGraphOfAnAlarmNeedsNoMetrics() {
    assertThat(
            check(
                    """
                    {'widgets':[{'type':'metric','properties':{'annotations':{'alarms':[
                      'arn:aws:cloudwatch:us-west-2:000000000000:alarm:High']}}}]}""")
                .errors())
        .isEmpty();
  }

  @Test
  void moreThan500WidgetsAreTooMany() {
    assertSaid(texts(501), "/widgets", "Should NOT have more than 500 items");
    assertThat(check(texts(500)).errors()).isEmpty();
  }

  @Test
  void ofManyErrorsTheFirstAreNamedAndAllCounted() {
    var check = check(texts(400).replace("'text'", "'txt'"));

    assertThat(check.errors()).hasSize(100);
    assertThat(check.message()).contains("there are 400 validation errors");
  }

  private static String texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "{'type':'text','properties':{'markdown':''}}")
        .collect(Collectors.joining(",", "{'widgets':[", "]}"));
  }

  private static String graph(String metrics, String property) {
    return "{'widgets':[{'type':'metric','properties':{'region':'us-west-2','metrics':%s,%s}}]}"
        .formatted(metrics, property);
  }

  private static void assertSaid(String body, String path, String message) {
    assertThat(check(body).errors())
        .as(body)
        .anySatisfy(
            problem -> {
              assertThat(problem.dataPath()).isEqualTo(path);
              assertThat(problem.message()).startsWith(message);
            });
  }

  private static BodyCheck check(String body) {
    return BodyCheck.of(body.replace('\'', '"'));
  }
}
