package wildrydes.local.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.template.ServerlessFunction;

/** What Lambda asks of a function's declaration and its handler. */
class FunctionRulesTest {

  static List<ServerlessFunction> functions() {
    return TEMPLATE.functions();
  }

  @Test
  void everyHandlerOfTheProductIsAFunctionOfTheTemplate() {
    var handlers =
        ProductClasses.ALL.stream()
            .filter(type -> type.isAssignableTo(RequestStreamHandler.class))
            .map(JavaClass::getFullName)
            .collect(toSet());

    assertThat(functions())
        .extracting(FunctionRulesTest::handlerClass)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(handlers);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theHandlerIsBuiltFromNothingOrFromAnEnvironment(ServerlessFunction function)
      throws ClassNotFoundException {
    String name = handlerClass(function);
    Class<?> handler = Class.forName(name);

    assertThat(function.handler()).isEqualTo(name + "::handleRequest");
    assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
    assertThat(Arrays.stream(handler.getConstructors()).map(Constructor::toGenericString))
        .as("%s: the public constructors, beside the one that takes its surroundings", name)
        .contains(
            "public " + name + "()",
            "public " + name + "(java.util.Map<java.lang.String, java.lang.String>)");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theCodeIsThePackedJarOfTheModuleThatHasTheHandler(ServerlessFunction function) {
    Path module = Path.of(function.codeUri()).getName(0);
    String source = handlerClass(function).replace('.', '/') + ".java";

    assertThat(function.codeUri()).isEqualTo(module + "/target/" + module + ".jar");
    assertThat(ProductTemplate.FOLDER.resolve(module).resolve("src/main/java").resolve(source))
        .as("%s: the handler in the module that CodeUri names", function.logicalId())
        .isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionRunsAlike(ServerlessFunction function) {
    var properties = ProductTemplate.properties(function);

    assertThat(properties.path("Runtime").asText()).as("Runtime").isEqualTo("java25");
    assertThat(properties.path("Architectures").toString())
        .as("Architectures")
        .isEqualTo("[\"arm64\"]");
    assertThat(properties.path("Tracing").asText()).as("Tracing").isEqualTo("Active");
    assertThat(properties.has("Timeout")).as("Timeout; Lambda's own is 3 seconds").isTrue();
  }

  /** SnapStart works on published versions only, so events must come in by the alias. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionStartsFromASnapshotOfItsPublishedVersion(ServerlessFunction function) {
    var properties = ProductTemplate.properties(function);

    assertThat(properties.at("/SnapStart/ApplyOn").asText())
        .as("SnapStart.ApplyOn")
        .isEqualTo("PublishedVersions");
    assertThat(properties.path("AutoPublishAlias").asText()).as("AutoPublishAlias").isNotBlank();
    assertThat(properties.path("AutoPublishAliasAllProperties").asBoolean())
        .as("AutoPublishAliasAllProperties: without it a changed variable publishes no version")
        .isTrue();
  }

  /** Lambda would make a group of its own otherwise, which keeps everything for ever. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionLogsToItsOwnGroup(ServerlessFunction function) {
    var properties = ProductTemplate.properties(function);

    assertThat(TEMPLATE.resources("AWS::Logs::LogGroup"))
        .extracting(group -> group.name())
        .contains(properties.at("/LoggingConfig/LogGroup").asText());
    assertThat(properties.at("/LoggingConfig/LogGroup").asText())
        .as("%s: LoggingConfig.LogGroup", function.logicalId())
        .isEqualTo("/aws/lambda/" + function.name());
  }

  /** Each invocation that went well would be two lines more, and pay for nothing. */
  @ParameterizedTest
  @MethodSource("functions")
  void lambdaItselfLogsOnlyWhatWentWrong(ServerlessFunction function) {
    var logging = ProductTemplate.properties(function).path("LoggingConfig");

    assertThat(logging.path("LogFormat").asText())
        .as("%s: SystemLogLevel holds only for JSON", function.logicalId())
        .isEqualTo("JSON");
    assertThat(logging.path("SystemLogLevel").asText()).isEqualTo("WARN");
  }

  private static String handlerClass(ServerlessFunction function) {
    return function.handler().replaceFirst("::.*", "");
  }
}
