package wildrydes.emulators.cloudwatch.dashboards.body;

/**
 * What is wrong in a body.
 *
 * @param dataPath a JSON pointer, as in {@code /widgets/0/properties/metrics/1}
 */
public record Problem(String dataPath, String message) {}
