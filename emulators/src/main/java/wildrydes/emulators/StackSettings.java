package wildrydes.emulators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a {@link Stack}.
 *
 * @param parameters overrides of the template's parameters
 * @param sqsPort 0 for any free one, as is {@code dynamoDbPort}
 * @param data the folder that keeps queues and tables; without it they are in memory
 */
public record StackSettings(
    Path template,
    String stackName,
    Map<String, String> parameters,
    int sqsPort,
    int dynamoDbPort,
    Optional<Path> data) {

  public static final String STACK_NAME = "WildRydes";

  public StackSettings {
    parameters = Map.copyOf(parameters);
  }

  /** In memory, on free ports, with the template's defaults. */
  public static StackSettings inMemory(Path template) {
    return new StackSettings(template, STACK_NAME, Map.of(), 0, 0, Optional.empty());
  }

  /** The product's {@code template.yaml}, looked for in the working directory and upwards. */
  public static Path repositoryTemplate() {
    var start = Path.of("").toAbsolutePath();
    for (var folder = Optional.of(start);
        folder.isPresent();
        folder = folder.map(Path::getParent)) {
      var template = folder.get().resolve("template.yaml");
      if (Files.exists(template)) {
        return template;
      }
    }
    throw new IllegalStateException("There is no template.yaml in " + start + " nor above it");
  }
}
