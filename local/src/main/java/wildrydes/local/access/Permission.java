package wildrydes.local.access;

import java.util.Map;

/**
 * Something that a call needs to be allowed.
 *
 * @param action e.g. {@code dynamodb:PutItem}
 * @param resource an ARN, or {@code *} where IAM knows no resource of the action
 * @param context what conditions may ask for, e.g. {@code cloudwatch:namespace=WildRydes}
 */
public record Permission(String action, String resource, Map<String, String> context) {

  public Permission {
    context = Map.copyOf(context);
  }

  static Permission on(String resource, String action) {
    return new Permission(action, resource, Map.of());
  }

  @Override
  public String toString() {
    return action + " on " + resource + (context.isEmpty() ? "" : " where " + context);
  }
}
