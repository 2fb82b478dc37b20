package wildrydes.ops.fleet.command;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import wildrydes.ops.fleet.FleetTable;

/**
 * Reaches the fleet as the {@code aws} command would: region, credentials and endpoints come from
 * the options, the environment and {@code ~/.aws}. A local run takes any credentials, so for an
 * endpoint on this machine none are needed.
 */
public final class AwsFleetAccess implements FleetAccess {

  private static final Duration CALL = Duration.ofSeconds(20);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 4;

  private final Map<String, String> environment;

  public AwsFleetAccess(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public <T> T with(StackOptions stack, Function<FleetTable, T> work) {
    var endpoint = DynamoDbEndpoint.of(environment);
    try (DynamoDbClient client = client(stack, endpoint)) {
      return work.apply(new FleetTable(client, stack.unicornsTable()));
    } catch (SdkException e) {
      throw AwsFailures.explain(e, stack, endpoint);
    }
  }

  private DynamoDbClient client(StackOptions stack, DynamoDbEndpoint endpoint) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(3))
                    .socketTimeout(ATTEMPT))
            .overrideConfiguration(
                o -> {
                  stack.profile().ifPresent(o::defaultProfileName);
                  o.apiCallTimeout(CALL)
                      .apiCallAttemptTimeout(ATTEMPT)
                      .retryStrategy(
                          AwsRetryStrategy.standardRetryStrategy().toBuilder()
                              .maxAttempts(ATTEMPTS)
                              .build());
                });
    stack.region().map(Region::of).ifPresent(builder::region);
    endpoint.uri().ifPresent(builder::endpointOverride);
    if (endpoint.isLocal() && stack.profile().isEmpty()) {
      signInLocally(builder, stack);
    }
    return builder.build();
  }

  private void signInLocally(DynamoDbClientBuilder builder, StackOptions stack) {
    if (!environment.containsKey("AWS_ACCESS_KEY_ID")) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    if (stack.region().isEmpty() && !environment.containsKey("AWS_REGION")) {
      builder.region(Region.US_WEST_2);
    }
  }
}
