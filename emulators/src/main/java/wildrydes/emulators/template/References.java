package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the names in a template stand for: parameters, AWS's pseudo parameters, resources and their
 * attributes.
 */
final class References {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String DECLARE =
      "Declare it under Parameters or Resources, or correct the name.";

  private final Parameters parameters;
  private final TemplateSettings settings;
  private final Map<String, Declared> resources;
  private final Dependencies dependencies;
  private final Set<String> beingNamed;
  private final Optional<String> owner;
  private final boolean absentAllowed;

  private References(
      Parameters parameters,
      TemplateSettings settings,
      Map<String, Declared> resources,
      Dependencies dependencies,
      Set<String> beingNamed,
      Optional<String> owner,
      boolean absentAllowed) {
    this.parameters = parameters;
    this.settings = settings;
    this.resources = resources;
    this.dependencies = dependencies;
    this.beingNamed = beingNamed;
    this.owner = owner;
    this.absentAllowed = absentAllowed;
  }

  static References to(
      Parameters parameters,
      TemplateSettings settings,
      Map<String, Declared> resources,
      Dependencies dependencies) {
    return new References(
        parameters,
        settings,
        resources,
        dependencies,
        new LinkedHashSet<>(),
        Optional.empty(),
        false);
  }

  /** The same names, asked for by a resource, which thereby depends on those it asks for. */
  References askedBy(String logicalId) {
    return new References(
        parameters,
        settings,
        resources,
        dependencies,
        beingNamed,
        Optional.of(logicalId),
        absentAllowed);
  }

  /** The same names, asked for where nothing is deployed: behind a condition that does not hold. */
  References undeployed() {
    return new References(
        parameters, settings, resources, new Dependencies(), beingNamed, owner, true);
  }

  /** What {@code Ref} gives; missing for {@code AWS::NoValue}. */
  JsonNode ref(String name, Intrinsics intrinsics, Place place) {
    return parameters
        .value(name)
        .or(() -> pseudo(name))
        .orElseGet(() -> text(name, ResourceType::ref, intrinsics, place));
  }

  /** What {@code Fn::GetAtt} gives. */
  JsonNode attribute(String logicalId, String attribute, Intrinsics intrinsics, Place place) {
    return text(
        logicalId,
        type -> {
          var text = type.attributes().get(attribute);
          if (text == null) {
            throw place.refuse(
                "\""
                    + attribute
                    + "\" is not a known attribute of "
                    + logicalId
                    + ", a "
                    + type.type()
                    + ".",
                "Known are: " + type.attributes().keySet().stream().sorted().toList() + ".");
          }
          return text;
        },
        intrinsics,
        place);
  }

  /** What AWS calls the resource. */
  String name(Declared resource, Intrinsics intrinsics) {
    var property = resource.type().nameProperty();
    var given = resource.properties().get(property);
    if (given == null) {
      return settings.stackName() + "-" + resource.logicalId();
    }
    var place = resource.place().at("Properties").at(property);
    if (!beingNamed.add(resource.logicalId())) {
      throw place.refuse(
          "The name needs itself: "
              + String.join(" -> ", beingNamed)
              + " -> "
              + resource.logicalId()
              + ".",
          "Give one of them a name of its own.");
    }
    try {
      var name = intrinsics.resolve(given, place);
      return name.isMissingNode()
          ? settings.stackName() + "-" + resource.logicalId()
          : name.asText();
    } finally {
      beingNamed.remove(resource.logicalId());
    }
  }

  private interface Chosen {
    String of(ResourceType type);
  }

  private JsonNode text(String logicalId, Chosen chosen, Intrinsics intrinsics, Place place) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw place.refuse("\"" + logicalId + "\" names nothing in this template.", DECLARE);
    }
    if (!resource.wanted() && !absentAllowed) {
      throw place.refuse(
          "\"" + logicalId + "\" is not deployed, because its condition does not hold.",
          "Put the reference behind the same condition with Fn::If.");
    }
    owner.ifPresent(asking -> dependencies.add(asking, logicalId));
    return JSON.textNode(
        ResourceType.fill(
            chosen.of(resource.type()),
            Map.of(
                "Name", name(resource, intrinsics),
                "LogicalId", logicalId,
                "Partition", "aws",
                "Region", settings.region(),
                "AccountId", settings.accountId(),
                "SqsEndpoint", settings.sqsEndpoint().toString())));
  }

  private Optional<JsonNode> pseudo(String name) {
    return switch (name) {
      case "AWS::StackName" -> Optional.of(JSON.textNode(settings.stackName()));
      case "AWS::StackId" ->
          Optional.of(
              JSON.textNode(
                  "arn:aws:cloudformation:%s:%s:stack/%s/local"
                      .formatted(settings.region(), settings.accountId(), settings.stackName())));
      case "AWS::Region" -> Optional.of(JSON.textNode(settings.region()));
      case "AWS::AccountId" -> Optional.of(JSON.textNode(settings.accountId()));
      case "AWS::Partition" -> Optional.of(JSON.textNode("aws"));
      case "AWS::URLSuffix" -> Optional.of(JSON.textNode("amazonaws.com"));
      case "AWS::NoValue" -> Optional.of(MissingNode.getInstance());
      default -> Optional.empty();
    };
  }
}
