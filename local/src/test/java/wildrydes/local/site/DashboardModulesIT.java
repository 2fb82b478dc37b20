package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's own reading of a dashboard's body, module by module in the browser it runs in. */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardModulesIT {

  private final DashboardPage page = new DashboardPage();
  private final DashboardSite site = DashboardSite.start();

  DashboardModulesIT() throws IOException {}

  @BeforeAll
  void open() {
    page.browser.visit(site.page(""));
  }

  @AfterAll
  void close() {
    site.close();
    page.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[['N','A','D','x']]                                | N A D=x",
        "[['N','A','D','x'],['.','B','.','y']]              | N A D=x,N B D=y",
        "[['N','A','D','x'],['...','y']]                    | N A D=x,N A D=y",
        "[['N','A','D','x','E','y'],['.','B','...','z']]    | N A D=x E=y,N B D=x E=z",
        "[['N','A','D','x'],['...',{stat:'Sum'}]]           | N A D=x,N A D=x",
        "[['N','A'],[{expression:'m*2',id:'e'}],['.','B']]  | N A,m*2,N B"
      })
  void aRowOfMetricsIsReadInFull(String metrics, String expected) {
    var read =
        page.module(
            "body/metrics.js",
            """
            module.definitions({metrics: %s}).map((each) => each.expression ?? [each.namespace,
              each.name, ...each.dimensions.map((one) => `${one.Name}=${one.Value}`)].join(" ")).join()
            """
                .formatted(metrics));

    assertThat(read).isEqualTo('"' + expected + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[['N','A'],['.','B','.','.']] | metrics[1]: there is nothing above for the \".\" at place 3.",
        "[['N']]                       | metrics[0]: a metric is a namespace, a name,",
        "[['N','A','D']]               | metrics[0]: a metric is a namespace, a name,"
      })
  void aRowThatCannotBeReadIsNamed(String metrics, String expected) {
    var error =
        page.module("body/metrics.js", "module.definitions({metrics: %s})".formatted(metrics));

    assertThat(error.toString()).startsWith(expected);
  }

  /** What was asked for, the hours that are watched, and what becomes of it. */
  @ParameterizedTest
  @CsvSource({
    "60, auto, 3, 60",
    "10, auto, 3, 10",
    "1, auto, 3, 10",
    "60, auto, 12, 60",
    "10, auto, 12, 60",
    "60, auto, 24, 60",
    "60, auto, 48, 300",
    "900, auto, 3, 900",
    "60, inherit, 168, 300",
    "60, auto, 168, 900",
    "undefined, auto, 1, 60",
    "undefined, auto, 24, 300",
    "undefined, auto, 168, 3600",
    "undefined, inherit, 1, 300"
  })
  void aPeriodIsAsLongAsItsDataNeeds(String asked, String override, int hours, int expected) {
    var period =
        page.module(
            "body/period.js",
            "module.periodFor(%s, '%s', {start: 0, end: %d}, %3$d)"
                .formatted(asked, override, hours * 3_600));

    assertThat(period).isEqualTo(String.valueOf(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{width:12},{width:12},{}]           | [[0,0],[12,0],[0,6]]",
        "[{width:16,height:2},{width:12}]     | [[0,0],[0,2]]",
        "[{x:12,y:3},{x:0,y:3},{x:6,y:0}]     | [[6,0],[0,3],[12,3]]",
        "[{x:20,y:0,width:12}]                | [[12,0]]"
      })
  void widgetsStandWhereTheySayOrFlow(String widgets, String expected) {
    var places =
        page.module(
            "body/layout.js", "module.placed(%s).map(({x, y}) => [x, y])".formatted(widgets));

    assertThat(places).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "module.written(module.ofBody({start: '-PT3H'}))   | 3h",
        "module.written(module.ofBody({start: '-P7D'}))    | 1w",
        "module.written(module.ofBody({start: '-PT90M'}))  | 90m",
        "module.written(module.parsed('1d'))               | 1d",
        "module.written(module.parsed('2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z')) | 2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z"
      })
  void aRangeIsReadAsItIsWritten(String expression, String expected) {
    assertThat(page.module("range.js", expression)).isEqualTo('"' + expected + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999.6, 1k",
    "1234, 1.23k",
    "45600000, 45.6M",
    "0.01234, 0.0123",
    "-2500, -2.5k",
    "87.25, 87.3"
  })
  void aNumberIsShort(String number, String expected) {
    assertThat(page.module("format/numbers.js", "module.short(%s)".formatted(number)))
        .isEqualTo('"' + expected + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{id:'a',name:'A',dimensions:[],stat:'Sum'}]  | [`A`]",
        "[{id:'a',name:'A',dimensions:[],stat:'p50'},{id:'b',name:'A',dimensions:[],stat:'p90'}] | [`p50`,`p90`]",
        "[{id:'a',name:'A',dimensions:[{Value:'x'}],stat:'Sum'},{id:'b',name:'B',dimensions:[{Value:'y'}],stat:'Sum'}] | [`A x`,`B y`]"
      })
  void metricsWithoutALabelAreCalledByWhatTellsThemApart(String definitions, String expected) {
    var labels =
        page.module(
            "body/labels.js", "[...module.defaultLabels(%s).values()]".formatted(definitions));

    assertThat(labels.toString().replace('"', '`')).isEqualTo(expected);
  }
}
