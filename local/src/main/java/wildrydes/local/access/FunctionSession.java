package wildrydes.local.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkRequest;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.ServerlessFunction;

/** A function acting under its role: what it was allowed, and what it was not. */
final class FunctionSession {

  private static final Logger LOG = LoggerFactory.getLogger(FunctionSession.class);

  private final ServerlessFunction function;
  private final Role role;
  private final CallPermissions permissions;
  private final MissingStatement missing;
  private final Set<Permission> used = ConcurrentHashMap.newKeySet();
  private final Set<Permission> refused = ConcurrentHashMap.newKeySet();

  FunctionSession(
      ServerlessFunction function,
      Role role,
      CallPermissions permissions,
      MissingStatement missing) {
    this.function = function;
    this.role = role;
    this.permissions = permissions;
    this.missing = missing;
  }

  Set<Permission> used() {
    return Set.copyOf(used);
  }

  Set<Permission> refused() {
    return Set.copyOf(refused);
  }

  /**
   * Writes down what the call needs.
   *
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException as the service would, if
   *     the role does not allow it
   */
  void check(String service, String operation, SdkRequest request) {
    for (var permission : permissions.of(service, operation, request)) {
      var verdict = Verdict.of(role, permission);
      if (verdict != Verdict.ALLOWED) {
        if (refused.add(permission)) {
          LOG.error("{}", missing.tell(function, role, permission, verdict));
        }
        throw AccessDenied.of(service, session(), permission, verdict);
      }
      used.add(permission);
    }
  }

  /** What AWS calls who acts here. */
  private String session() {
    return role.arn().replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")
        + "/"
        + function.name();
  }
}
