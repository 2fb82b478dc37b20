package wildrydes.local.access;

import wildrydes.emulators.template.Role;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Template;

/** Tells the developer which statement the template lacks, in the template's own words. */
record MissingStatement(Template template) {

  String tell(ServerlessFunction function, Role role, Permission asked, Verdict verdict) {
    var refused = function.logicalId() + " may not " + asked + ": ";
    if (verdict == Verdict.DENIED) {
      return refused + "a statement of its role, " + role.logicalId() + ", denies it.";
    }
    return refused
        + "no statement of its role, "
        + role.logicalId()
        + ", allows it. If it is meant to, add to the Policies of "
        + role.logicalId()
        + " in the template: "
        + statement(asked);
  }

  private String statement(Permission asked) {
    var condition = new StringBuilder();
    asked
        .context()
        .forEach(
            (key, value) ->
                condition.append(
                    ", Condition: {StringEquals: {\"%s\": %s}}".formatted(key, value)));
    return "{Effect: Allow, Action: %s, Resource: %s%s}"
        .formatted(asked.action(), resource(asked.resource()), condition);
  }

  private String resource(String arn) {
    if (arn.equals("*")) {
      return "\"*\"";
    }
    return template.resources().stream()
        .filter(resource -> arn.endsWith(":" + resource.name()) || isTable(arn, resource.name()))
        .filter(resource -> resource.type().matches("AWS::(SQS::Queue|DynamoDB::Table)"))
        .map(resource -> "!GetAtt " + resource.logicalId() + ".Arn")
        .findFirst()
        .orElse(arn);
  }

  private static boolean isTable(String arn, String name) {
    return arn.endsWith(":table/" + name);
  }
}
