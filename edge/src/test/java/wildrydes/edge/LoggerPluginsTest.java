package wildrydes.edge;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginProcessor;
import org.junit.jupiter.api.Test;

/**
 * log4j loads the class of each plugin that it finds listed, some 250, whether it is used or not.
 * The packed functions have a list of their own, with what their configuration names.
 */
class LoggerPluginsTest {

  private static final Map<String, List<String>> USED =
      new TreeMap<>(
          Map.ofEntries(
              entry(
                  "jsontemplateresolverfactory",
                  List.of(
                      "exceptionresolverfactory",
                      "levelresolverfactory",
                      "messageresolverfactory",
                      "powertoolsresolverfactory",
                      "timestampresolverfactory")),
              entry("jsontemplateresolverinterceptor", List.of("eventadditionalfieldinterceptor")),
              // log4j does not start without those of the primitive types.
              entry(
                  "typeconverter",
                  List.of(
                      "boolean",
                      "byte",
                      "character",
                      "double",
                      "float",
                      "integer",
                      "long",
                      "recyclerfactoryconverter",
                      "short",
                      "string"))));

  @Test
  void thePackedFunctionsListOfPluginsNamesWhatTheirConfigurationUses() throws IOException {
    var all = new PluginCache();
    all.loadCacheFiles(getClass().getClassLoader().getResources(PluginProcessor.PLUGIN_CACHE_FILE));
    var used = new PluginCache();
    USED.forEach(
        (category, names) ->
            names.forEach(
                name ->
                    used.getCategory(category)
                        .put(
                            name,
                            requireNonNull(
                                all.getCategory(category).get(name),
                                "log4j has no plugin " + name + " in " + category))));
    var bytes = new ByteArrayOutputStream();
    used.writeCache(bytes);
    Files.write(Path.of("target", "Log4j2Plugins.dat"), bytes.toByteArray());

    Path own = Path.of("src/main/resources", PluginProcessor.PLUGIN_CACHE_FILE);
    assertThat(own)
        .as("copy edge/target/Log4j2Plugins.dat to it")
        .hasBinaryContent(bytes.toByteArray());
  }
}
