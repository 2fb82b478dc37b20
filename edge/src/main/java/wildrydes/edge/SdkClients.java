package wildrydes.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Configures SDK clients so that every call ends well inside a function's time: each client says
 * how often it tries and how long it waits, instead of the SDK's patient defaults.
 */
public final class SdkClients {

  /** The longest a call may take with all its attempts. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;

  private static final ScheduledExecutorService TIMER = timer();

  static {
    // The JDK would keep five idle connections per host; a batch works on ten rides at once.
    System.setProperty("http.maxConnections", "32");
    // The JDK would silently repeat a POST whose connection broke. Retries are the SDK's to decide:
    // a repeated PutMetricData counts twice.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final Map<String, String> variables;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(1))
          .socketTimeout(ATTEMPT_TIMEOUT)
          .build();

  /**
   * @param variables the function's environment: {@code AWS_REGION}, the credentials, and {@code
   *     AWS_ENDPOINT_URL_<SERVICE>} where a service is not AWS's own
   */
  public SdkClients(Map<String, String> variables) {
    this.variables = variables;
    this.credentials = credentials(variables);
  }

  /**
   * A builder for a service that is asked again if it fails.
   *
   * @param service as in {@code AWS_ENDPOINT_URL_<service>}
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B retrying(
      B builder, String service) {
    return configure(builder, service, new WholeRequests(http))
        .overrideConfiguration(
            o ->
                o.scheduledExecutorService(TIMER)
                    .apiCallTimeout(CALL_TIMEOUT)
                    .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build()));
  }

  /** A builder for a service that is asked once, and left alone if it does not answer in time. */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B askingOnce(
      B builder, String service, Duration timeout) {
    // It streams: a connection that no longer stands is noticed before the one attempt.
    return configure(builder, service, http)
        .overrideConfiguration(
            o ->
                o.scheduledExecutorService(TIMER)
                    .apiCallTimeout(timeout)
                    .apiCallAttemptTimeout(timeout)
                    .retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
      B builder, String service, SdkHttpClient http) {
    String region = Environment.read(variables, environment -> environment.text("AWS_REGION"));
    builder.httpClient(http).region(Region.of(region)).credentialsProvider(credentials);
    String endpoint = variables.get("AWS_ENDPOINT_URL_" + service);
    return endpoint == null ? builder : builder.endpointOverride(URI.create(endpoint));
  }

  /**
   * Ends calls that take too long. Each call sets two alarms and takes them back milliseconds
   * later; the SDK's own threads wake for every one of them. Here the thread sleeps on: what it
   * waits for is always its own next beat, which is due before any alarm, and what was taken back
   * is gone.
   */
  private static ScheduledExecutorService timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("call-timeouts").factory());
    timer.setRemoveOnCancelPolicy(true);
    long beat = ATTEMPT_TIMEOUT.toMillis() / 2;
    var _ = timer.scheduleWithFixedDelay(() -> {}, beat, beat, TimeUnit.MILLISECONDS);
    return timer;
  }

  /**
   * SnapStart keeps credentials out of the environment, where they would expire inside the
   * snapshot, and offers them at an address instead. All clients share what was fetched there.
   */
  private static AwsCredentialsProvider credentials(Map<String, String> variables) {
    String key = variables.get("AWS_ACCESS_KEY_ID");
    String secret = variables.get("AWS_SECRET_ACCESS_KEY");
    if (key == null
        || secret == null
        || "snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      return ContainerCredentialsProvider.builder().build();
    }
    String token = variables.get("AWS_SESSION_TOKEN");
    AwsCredentials credentials =
        token == null
            ? AwsBasicCredentials.create(key, secret)
            : AwsSessionCredentials.create(key, secret, token);
    return () -> credentials;
  }
}
