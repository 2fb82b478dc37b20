package wildrydes.emulators.template;

import java.util.ArrayList;
import java.util.List;

/**
 * An IAM role as the template declares it. Of IAM's language only what a function's role needs is
 * understood; the rest is refused by name, for a policy read in part would allow or forbid
 * something else than AWS does.
 *
 * @param trusted the services that may act under it, e.g. {@code lambda.amazonaws.com}
 * @param statements those of all its policies
 */
public record Role(
    String logicalId, String name, String arn, List<String> trusted, List<Statement> statements) {

  static final String TYPE = "AWS::IAM::Role";

  private static final String VERSION = "2012-10-17";

  static Role of(Resource resource, String arn, Place place) {
    var fields = new Fields(resource.properties(), place);
    var trusted = new ArrayList<String>();
    statements(fields, "AssumeRolePolicyDocument")
        .forEach(statement -> trusted.addAll(trusted(statement)));
    var statements = new ArrayList<Statement>();
    for (var policy :
        fields.each("Policies", given -> given.only("PolicyName", "PolicyDocument"))) {
      policy.text("PolicyName");
      statements(policy, "PolicyDocument").stream().map(Statement::of).forEach(statements::add);
    }
    return new Role(resource.logicalId(), resource.name(), arn, trusted, statements);
  }

  private static List<Fields> statements(Fields owner, String document) {
    var fields =
        owner
            .object(document)
            .orElseThrow(
                () -> owner.place().at(document).refuse("It is missing.", "Write the policy."))
            .only("Version", "Id", "Statement");
    if (!fields.text("Version").equals(VERSION)) {
      throw fields
          .place()
          .at("Version")
          .refuse("Policies of other versions mean other things.", "Use \"" + VERSION + "\".");
    }
    if (!fields.object().path("Statement").isArray()) {
      throw fields.place().at("Statement").refuse("A list is needed here.", "Give a list.");
    }
    return fields.each("Statement", statement -> statement);
  }

  private static List<String> trusted(Fields statement) {
    statement.only("Sid", "Effect", "Principal", "Action");
    if (!statement.text("Effect").equals("Allow")
        || !statement.text("Action").equals("sts:AssumeRole")) {
      throw statement
          .place()
          .refuse("Only who may take the role is understood here.", "Allow sts:AssumeRole.");
    }
    var principal =
        statement
            .object("Principal")
            .orElseThrow(
                () ->
                    statement
                        .place()
                        .at("Principal")
                        .refuse("It is missing.", "Name the service that takes the role."))
            .only("Service");
    return Statement.oneOrMany(principal, "Service");
  }
}
