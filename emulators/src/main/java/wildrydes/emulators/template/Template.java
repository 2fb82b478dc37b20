package wildrydes.emulators.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A SAM template with its parameters, conditions and intrinsics resolved, as it would be deployed.
 * Reading walks the whole of it and throws {@link TemplateException} for anything wrong or not
 * understood.
 */
public final class Template {

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");

  private final Place root;
  private final TemplateSettings settings;
  private final Map<String, Resource> resources;
  private final List<Queue> queues;
  private final List<Table> tables;
  private final List<ServerlessFunction> functions;
  private final List<HttpApi> httpApis;
  private final List<Role> roles;
  private final Map<String, String> outputs;

  private Template(
      Place root,
      TemplateSettings settings,
      Map<String, Resource> resources,
      List<Queue> queues,
      List<Table> tables,
      List<ServerlessFunction> functions,
      List<HttpApi> httpApis,
      List<Role> roles,
      Map<String, String> outputs) {
    this.root = root;
    this.settings = settings;
    this.resources = resources;
    this.queues = queues;
    this.tables = tables;
    this.functions = functions;
    this.httpApis = httpApis;
    this.roles = roles;
    this.outputs = outputs;
  }

  public static Template read(Path file, TemplateSettings settings) {
    var template = TemplateYaml.read(file);
    var root = Place.root(file);
    refuseUnknownSections(template, root);
    var parameters = Parameters.of(template, settings.parameters(), root);
    var conditions = new Conditions(template, parameters, settings, root);
    conditions.judgeAll();
    var dependencies = new Dependencies();
    var declared = Declarations.of(template, conditions, dependencies, root);
    var references = References.to(parameters, settings, declared, dependencies);
    var mappings = Mappings.of(template, root);
    var resources = new Deployment(references, conditions, mappings).resources(declared);
    dependencies.refuseCircles(root.at("Resources"));
    var intrinsics = new Intrinsics(references, conditions, mappings);
    var queues = new ArrayList<Queue>();
    var tables = new ArrayList<Table>();
    var functions = new ArrayList<ServerlessFunction>();
    var httpApis = new ArrayList<HttpApi>();
    var roles = new ArrayList<Role>();
    for (var resource : resources.values()) {
      var properties = root.at("Resources").at(resource.logicalId()).at("Properties");
      Supplier<String> arn =
          () -> references.attribute(resource.logicalId(), "Arn", intrinsics, properties).asText();
      switch (resource.type()) {
        case Queue.TYPE -> queues.add(Queue.of(resource, arn.get(), properties));
        case Table.TYPE -> tables.add(Table.of(resource, properties));
        case ServerlessFunction.TYPE ->
            functions.add(ServerlessFunction.of(resource, arn.get(), properties));
        case HttpApi.TYPE -> httpApis.add(HttpApi.of(resource, properties));
        case Role.TYPE -> roles.add(Role.of(resource, arn.get(), properties));
        default -> {} // Nothing of it runs here.
      }
    }
    var outputs = Outputs.of(template, intrinsics, conditions, root);
    return new Template(
        root, settings, resources, queues, tables, functions, httpApis, roles, outputs);
  }

  private static void refuseUnknownSections(ObjectNode template, Place root) {
    template
        .fieldNames()
        .forEachRemaining(
            section -> {
              if (!SECTIONS.contains(section)) {
                throw root.at(section)
                    .refuse("This section is not understood.", "Remove it, or correct its name.");
              }
            });
    var transform = template.path("Transform").asText("AWS::Serverless-2016-10-31");
    if (!transform.equals("AWS::Serverless-2016-10-31")) {
      throw root.at("Transform")
          .refuse("\"" + transform + "\" is not understood.", "Use AWS::Serverless-2016-10-31.");
    }
  }

  public TemplateSettings settings() {
    return settings;
  }

  /** The deployed resource of that logical id. */
  public Resource resource(String logicalId) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException(
          "The template deploys no \""
              + logicalId
              + "\". It deploys: "
              + String.join(", ", resources.keySet())
              + ".");
    }
    return resource;
  }

  /** The deployed resources of a type, in the template's order. */
  public List<Resource> resources(String type) {
    return resources.values().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** All deployed resources, in the template's order. */
  public List<Resource> resources() {
    return List.copyOf(resources.values());
  }

  /** What to throw when whoever is to run a resource refuses it. */
  public TemplateException refuse(Resource resource, String problem) {
    return refuse(resource.logicalId(), problem, "Correct it.");
  }

  /** The same, with what to do about it. */
  public TemplateException refuse(String logicalId, String problem, String remedy) {
    return root.at("Resources").at(logicalId).at("Properties").refuse(problem, remedy);
  }

  public List<Queue> queues() {
    return List.copyOf(queues);
  }

  public List<Table> tables() {
    return List.copyOf(tables);
  }

  public List<ServerlessFunction> functions() {
    return List.copyOf(functions);
  }

  public List<HttpApi> httpApis() {
    return List.copyOf(httpApis);
  }

  public List<Role> roles() {
    return List.copyOf(roles);
  }

  public Map<String, String> outputs() {
    return outputs;
  }

  /** The types this template uses that have no local twin, each with the reason. */
  public Map<String, String> notRun() {
    var reasons = new TreeMap<String, String>();
    for (var resource : resources.values()) {
      ResourceTypes.named(resource.type())
          .flatMap(ResourceType::notRunBecause)
          .ifPresent(because -> reasons.put(resource.type(), because));
    }
    return reasons;
  }
}
