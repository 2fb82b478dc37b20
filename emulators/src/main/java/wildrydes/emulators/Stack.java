package wildrydes.emulators;

import java.net.BindException;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateSettings;

/**
 * The queues and tables of a template, in running emulators, with clients to reach them. What the
 * data folder has kept from an earlier run is taken over, and its attributes are brought up to
 * date.
 */
public final class Stack implements AutoCloseable {

  private final String name;
  private final Emulators emulators;
  private final Template template;
  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;

  private Stack(String name, Emulators emulators, Template template) {
    this.name = name;
    this.emulators = emulators;
    this.template = template;
    this.sqs = Clients.sqs(emulators.sqs().endpoint());
    this.dynamoDb = Clients.dynamoDb(emulators.dynamoDb().endpoint());
  }

  /**
   * Starts the emulators and makes the template's queues and tables in them.
   *
   * @throws BindException naming the port that is taken
   * @throws wildrydes.emulators.template.TemplateException when the template is wrong or not
   *     understood
   * @throws IllegalStateException when the data folder holds something that cannot be brought to
   *     what the template says
   */
  public static Stack start(StackSettings settings) throws BindException {
    var emulators = Emulators.start(settings.sqsPort(), settings.dynamoDbPort(), settings.data());
    try {
      var stack =
          new Stack(settings.stackName(), emulators, read(settings, emulators.sqs().endpoint()));
      new Queues(stack.sqs).bring(stack.template.queues());
      new Tables(stack.dynamoDb).bring(stack.template.tables());
      return stack;
    } catch (RuntimeException e) {
      emulators.close();
      throw e;
    }
  }

  /**
   * The product's own stack in memory, started once in a JVM and left to its end. Tests share it
   * and keep apart by their own ride ids and cells; nobody closes it.
   */
  public static Stack shared() {
    return Shared.STACK;
  }

  private static Template read(StackSettings settings, URI sqsEndpoint) {
    return Template.read(
        settings.template(),
        new TemplateSettings(
            settings.stackName(), settings.parameters(), Aws.REGION, Aws.ACCOUNT_ID, sqsEndpoint));
  }

  /** What every name in it begins with. */
  public String name() {
    return name;
  }

  public Template template() {
    return template;
  }

  public SqsClient sqs() {
    return sqs;
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public URI sqsEndpoint() {
    return emulators.sqs().endpoint();
  }

  public URI dynamoDbEndpoint() {
    return emulators.dynamoDb().endpoint();
  }

  public String queueUrl(String logicalId) {
    return sqsEndpoint() + "/" + Aws.ACCOUNT_ID + "/" + template.resource(logicalId).name();
  }

  public String tableName(String logicalId) {
    return template.resource(logicalId).name();
  }

  @Override
  public void close() {
    sqs.close();
    dynamoDb.close();
    emulators.close();
  }

  private static final class Shared {

    static final Stack STACK = start();

    private static Stack start() {
      try {
        return Stack.start(StackSettings.inMemory(StackSettings.repositoryTemplate()));
      } catch (BindException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
