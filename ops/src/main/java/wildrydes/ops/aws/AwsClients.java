package wildrydes.ops.aws;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Builds clients that reach a stack as the {@code aws} command would: region, credentials and
 * endpoints come from the options, the environment and {@code ~/.aws}. A local run takes any
 * credentials, so for an endpoint on this machine none are needed. Whoever asks for a client closes
 * it.
 */
public final class AwsClients {

  private static final Duration CALL = Duration.ofSeconds(20);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 4;

  static {
    // The JDK would keep five idle connections per host; much here is done in parallel.
    System.setProperty("http.maxConnections", "32");
  }

  private final Map<String, String> environment;
  private final StackOptions stack;

  public AwsClients(Map<String, String> environment, StackOptions stack) {
    this.environment = environment;
    this.stack = stack;
  }

  public DynamoDbClient dynamoDb(Endpoint endpoint) {
    return configure(DynamoDbClient.builder(), endpoint).build();
  }

  public SqsClient sqs(Endpoint endpoint) {
    return configure(SqsClient.builder(), endpoint).build();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
      B builder, Endpoint endpoint) {
    builder
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
      signInLocally(builder);
    }
    return builder;
  }

  private void signInLocally(AwsClientBuilder<?, ?> builder) {
    if (!environment.containsKey("AWS_ACCESS_KEY_ID")) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    if (stack.region().isEmpty() && !environment.containsKey("AWS_REGION")) {
      builder.region(Region.US_WEST_2);
    }
  }
}
