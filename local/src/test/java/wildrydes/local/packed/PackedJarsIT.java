package wildrydes.local.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginEntry;
import org.apache.logging.log4j.core.config.plugins.processor.PluginProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.emulators.StackSettings;

/** What is in the jars that are deployed, and what must not be. */
@ParameterizedClass(name = "{0}")
@CsvSource({
  "request-api, requestapi",
  "dispatcher, dispatcher",
  "recorder, recorder",
})
@SuppressWarnings("NullAway.Init") // Opened before each test.
class PackedJarsIT {

  private static final long MAX_BYTES = 15_000_000;

  @Parameter(0)
  private String module;

  @Parameter(1)
  private String ownPackage;

  private JarFile jar;
  private Set<String> names;

  @BeforeEach
  void open() throws IOException {
    var file =
        StackSettings.repositoryTemplate().resolveSibling(module + "/target/" + module + ".jar");
    assertThat(file).as("a packed function: mvn verify packs it before it runs this").exists();
    // What they hold costs time at each deployment and each cold start.
    assertThat(Files.size(file)).isLessThan(MAX_BYTES);
    jar = new JarFile(file.toFile());
    names =
        jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).collect(toSet());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void ofTheProductThereIsTheFunctionItselfAndWhatAllShare() {
    assertThat(names)
        .filteredOn(name -> name.startsWith("wildrydes/"))
        .map(name -> name.replaceAll("^wildrydes/|/.*", ""))
        .containsOnly("messages", "edge", ownPackage);
    assertThat(names).noneMatch(name -> name.matches("wildrydes/.*(Test|IT|Contract)\\.class"));
  }

  @Test
  void thereIsOneHttpClientAndNothingOfTheLocalRunOrTheTests() {
    assertThat(names)
        .contains("software/amazon/awssdk/http/urlconnection/UrlConnectionHttpClient.class")
        .noneMatch(
            Pattern.compile(
                    "^(io/netty|org/apache/http|org/apache/hc|software/amazon/awssdk/http/(apache|nio|crt)"
                        + "|org/elasticmq|scala|org/yaml|picocli|com/amazonaws/services/dynamodbv2"
                        + "|org/junit|org/assertj|org/awaitility|org/aspectj)/")
                .asPredicate());
  }

  @Test
  void thereAreNoSignaturesOfOtherJarsAndNoModules() {
    assertThat(names)
        .noneMatch(Pattern.compile("^META-INF/[^/]+\\.(SF|DSA|RSA|EC)$").asPredicate())
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void classesForNewerJavaReleasesCount() {
    assertThat(jar.isMultiRelease()).isTrue();
  }

  @Test
  void servicesOfAllPartsAreMergedAndEachProviderIsThere() throws IOException {
    assertThat(providersOf("org.slf4j.spi.SLF4JServiceProvider")).hasSize(1);
    for (String name : names) {
      if (name.startsWith("META-INF/services/")) {
        assertThat(providersOf(name.substring("META-INF/services/".length())))
            .as(name)
            .isNotEmpty()
            .allMatch(provider -> names.contains(classFile(provider)));
      }
    }
  }

  @Test
  void theLoggersPluginsOfAllPartsAreMergedAndEachIsThere() throws IOException {
    var cache = new PluginCache();
    var url = URI.create("jar:" + uri() + "!/" + PluginProcessor.PLUGIN_CACHE_FILE).toURL();
    cache.loadCacheFiles(Collections.enumeration(List.of(url)));

    assertThat(plugins(cache))
        .map(PluginEntry::getClassName)
        .allMatch(plugin -> names.contains(classFile(plugin)))
        // Of log4j, of its JSON layout, and of Powertools: what is used, for each is loaded.
        .contains(
            "org.apache.logging.log4j.core.config.plugins.convert.TypeConverters$StringConverter")
        .anyMatch(plugin -> plugin.endsWith(".json.resolver.MessageResolverFactory"))
        .anyMatch(plugin -> plugin.contains("PowertoolsResolver"))
        .hasSizeLessThan(30);
  }

  private String uri() {
    return Path.of(jar.getName()).toUri().toString();
  }

  private static Stream<PluginEntry> plugins(PluginCache cache) {
    return cache.getAllCategories().values().stream().flatMap(each -> each.values().stream());
  }

  private List<String> providersOf(String service) throws IOException {
    try (var lines = jar.getInputStream(jar.getEntry("META-INF/services/" + service))) {
      return new String(lines.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static String classFile(String className) {
    return className.replace('.', '/') + ".class";
  }
}
