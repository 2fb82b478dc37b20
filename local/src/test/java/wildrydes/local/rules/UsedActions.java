package wildrydes.local.rules;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import wildrydes.emulators.template.ServerlessFunction;

/** Reads out of the compiled code which AWS actions a function can ever ask for. */
final class UsedActions {

  /** What every client has beside its service's operations. */
  private static final Set<String> NO_OPERATIONS =
      Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration");

  private UsedActions() {}

  /** E.g. {@code dynamodb:Query}. */
  static Set<String> of(ServerlessFunction function) {
    Set<String> actions = new TreeSet<>();
    ProductClasses.neededBy(function.handler().replaceFirst("::.*", "")).stream()
        .flatMap(UsedActions::calls)
        .filter(target -> isClient(target.getOwner()))
        .filter(target -> !NO_OPERATIONS.contains(target.getName()))
        .forEach(target -> actions.add(action(target)));
    return actions;
  }

  private static Stream<CodeUnitAccessTarget> calls(JavaClass type) {
    return Stream.concat(
            type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
        .map(JavaCodeUnitAccess::getTarget);
  }

  private static boolean isClient(JavaClass type) {
    return type.isAssignableTo(SdkClient.class) && !type.isEquivalentTo(SdkAutoCloseable.class);
  }

  /** The SDK's packages are named as IAM names the services. */
  private static String action(CodeUnitAccessTarget target) {
    String service = target.getOwner().getPackageName().replaceFirst(".*\\.", "");
    String operation = target.getName().replaceFirst("Paginator$", "");
    if (service.equals("sqs")) {
      // IAM knows only the single form of what SQS does by tens.
      operation = operation.replaceFirst("Batch$", "");
    }
    return service + ":" + Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
  }
}
