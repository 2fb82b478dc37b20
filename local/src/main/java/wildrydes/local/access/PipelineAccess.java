package wildrydes.local.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import wildrydes.emulators.Aws;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.emulators.template.Template;

/** The sessions of one pipeline's functions, from its start to its end. */
public final class PipelineAccess implements AutoCloseable {

  private static final String LAMBDA = "lambda.amazonaws.com";

  /** What Lambda itself does to a queue under the role of the function that it works for. */
  public static final List<String> OF_LAMBDAS_POLLER =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private final Template template;
  private final CallPermissions permissions;
  private final Map<String, FunctionSession> sessions = new ConcurrentHashMap<>();
  private final Queue<String> accessKeys = new ConcurrentLinkedQueue<>();

  public PipelineAccess(Template template) {
    this.template = template;
    this.permissions = new CallPermissions(template.settings());
  }

  /**
   * Lets the function act under its role.
   *
   * @return the variables with which Lambda would tell it its credentials
   * @throws wildrydes.emulators.template.TemplateException if it has no role, or one with which
   *     Lambda could not run it
   */
  public Map<String, String> begin(ServerlessFunction function) {
    var role = roleOf(function);
    if (!role.trusted().contains(LAMBDA)) {
      throw template.refuse(
          role.logicalId(),
          "Lambda may not take it on, so it cannot run " + function.logicalId() + " under it.",
          "Let AssumeRolePolicyDocument allow sts:AssumeRole to " + LAMBDA + ".");
    }
    function.queueSources().forEach(source -> refuseIfNotPolled(source, function, role));
    var session = new FunctionSession(function, role, permissions, new MissingStatement(template));
    var key = Sessions.begin(session);
    sessions.put(function.logicalId(), session);
    accessKeys.add(key);
    return Map.of("AWS_ACCESS_KEY_ID", key, "AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY);
  }

  /** What the function has been allowed so far, and has done. */
  public Set<Permission> used(String logicalId) {
    return session(logicalId).used();
  }

  /** What the function has tried so far, and may not. */
  public Set<Permission> refused(String logicalId) {
    return session(logicalId).refused();
  }

  private FunctionSession session(String logicalId) {
    return requireNonNull(sessions.get(logicalId), logicalId);
  }

  @Override
  public void close() {
    accessKeys.forEach(Sessions::end);
  }

  private Role roleOf(ServerlessFunction function) {
    return template.roles().stream()
        .filter(role -> function.roleArn().filter(role.arn()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                template.refuse(
                    function.logicalId(),
                    "It has no Role of this template, so it may do nothing.",
                    "Give it a Role of its own."));
  }

  private void refuseIfNotPolled(QueueSource source, ServerlessFunction function, Role role) {
    for (var action : OF_LAMBDAS_POLLER) {
      if (Verdict.of(role, Permission.on(source.queueArn(), action)) != Verdict.ALLOWED) {
        throw template.refuse(
            role.logicalId(),
            "It does not allow "
                + action
                + " on "
                + source.queueArn()
                + ", so Lambda cannot poll that queue for "
                + function.logicalId()
                + ".",
            "Allow it.");
      }
    }
  }
}
