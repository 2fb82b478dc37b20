package wildrydes.emulators;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * SDK clients of the emulators, as a stranger on this machine would build them. Whoever asks for
 * one closes it.
 */
public final class Clients {

  // Longer than SQS's longest wait for messages.
  private static final Duration ANSWERING = Duration.ofSeconds(30);

  private Clients() {}

  public static SqsClient sqs(URI endpoint) {
    return local(SqsClient.builder(), endpoint).httpClient(http()).build();
  }

  public static DynamoDbClient dynamoDb(URI endpoint) {
    return local(DynamoDbClient.builder(), endpoint).httpClient(http()).build();
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder().socketTimeout(ANSWERING).build();
  }

  private static <B extends AwsClientBuilder<B, C>, C> B local(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(Aws.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Aws.ACCESS_KEY, Aws.SECRET_KEY)));
  }
}
