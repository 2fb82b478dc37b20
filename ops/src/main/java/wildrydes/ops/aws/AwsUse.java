package wildrydes.ops.aws;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What a command asks of AWS, to be told when it is refused.
 *
 * @param endpoints of every service it asks, one at least
 * @param resource what is missing if AWS does not find it: {@code table WildRydes-Rides}, say
 * @param permissions a sentence that names the actions it takes
 */
public record AwsUse(
    StackOptions stack, List<Endpoint> endpoints, String resource, String permissions) {

  public AwsUse {
    endpoints = List.copyOf(endpoints);
  }

  boolean isLocal() {
    return endpoints.stream().allMatch(Endpoint::isLocal);
  }

  /** The services by their names. */
  String services() {
    return endpoints.stream().map(endpoint -> endpoint.target().title()).collect(joining(" or "));
  }

  /** The variables that would name the services' endpoints. */
  String variables() {
    return endpoints.stream()
        .map(endpoint -> endpoint.target().variable())
        .collect(joining(" and "));
  }

  /** Where it is, as part of a sentence. */
  String place() {
    String addresses =
        endpoints.stream()
            .flatMap(e -> e.uri().stream())
            .map(String::valueOf)
            .collect(joining(", "));
    return addresses.isEmpty()
        ? stack.region().map(name -> "in " + name).orElse("in this region")
        : "at " + addresses;
  }
}
