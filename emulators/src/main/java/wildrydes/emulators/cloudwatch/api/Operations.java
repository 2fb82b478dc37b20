package wildrydes.emulators.cloudwatch.api;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The operations there are, by name: what is not in this table is refused, naming those that are.
 */
public record Operations(SortedMap<String, Operation> byName) {

  public Operations(Map<String, Operation> byName) {
    this(new TreeMap<>(byName));
  }

  /** Those that, by CloudWatch's own naming, change nothing. */
  public Operations thatOnlyRead() {
    var reading = new TreeMap<>(byName);
    reading.keySet().removeIf(name -> !name.matches("(Get|List|Describe).*"));
    return new Operations(reading);
  }

  public Operation named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(
            () ->
                new ApiError(
                    ApiError.Code.UNKNOWN_OPERATION,
                    "%s is not implemented by this local CloudWatch, which has %s."
                        .formatted(name, String.join(", ", byName.keySet()))));
  }
}
