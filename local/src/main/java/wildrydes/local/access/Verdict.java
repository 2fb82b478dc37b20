package wildrydes.local.access;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.Statement;

/** What IAM says of a call: a Deny beats every Allow, and what nobody allows is forbidden. */
enum Verdict {
  ALLOWED,
  NOT_ALLOWED,
  DENIED;

  static Verdict of(Role role, Permission asked) {
    var applying = role.statements().stream().filter(each -> applies(each, asked)).toList();
    if (applying.stream().anyMatch(statement -> !statement.allows())) {
      return DENIED;
    }
    return applying.isEmpty() ? NOT_ALLOWED : ALLOWED;
  }

  private static boolean applies(Statement statement, Permission asked) {
    return statement.actions().stream().anyMatch(asked.action()::equalsIgnoreCase)
        && statement.resources().stream().anyMatch(each -> fits(each, asked.resource()))
        && statement.stringEquals().entrySet().stream()
            .allMatch(each -> each.getValue().contains(valueOf(each.getKey(), asked)));
  }

  private static String valueOf(String key, Permission asked) {
    return asked.context().getOrDefault(key, "");
  }

  /** In IAM's patterns a star stands for any text, and a question mark for any character. */
  private static boolean fits(String pattern, String resource) {
    var expression =
        pattern
            .chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.matches(expression, resource);
  }
}
