package wildrydes.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as the template declares it.
 *
 * @param attributeTypes the types of key attributes: S, N or B
 * @param timeToLive the attribute with the second after which an item may go
 */
public record Table(
    String logicalId,
    String name,
    Map<String, String> attributeTypes,
    Key key,
    List<Index> indexes,
    Optional<String> timeToLive) {

  static final String TYPE = "AWS::DynamoDB::Table";

  /** The names of the key attributes. */
  public record Key(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included the attributes beside the keys, for INCLUDE
   */
  public record Index(String name, Key key, String projection, List<String> included) {}

  static Table of(Resource resource, Place properties) {
    var fields = new Fields(resource.properties(), properties);
    var types = new LinkedHashMap<String, String>();
    fields.each(
        "AttributeDefinitions",
        attribute -> {
          attribute.only("AttributeName", "AttributeType");
          return types.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        });
    return new Table(
        resource.logicalId(),
        resource.name(),
        types,
        key(fields),
        fields.each("GlobalSecondaryIndexes", Table::index),
        fields.object("TimeToLiveSpecification").flatMap(Table::timeToLive));
  }

  private static Key key(Fields fields) {
    var parts = new LinkedHashMap<String, String>();
    fields.each(
        "KeySchema",
        part -> {
          part.only("AttributeName", "KeyType");
          return parts.put(part.text("KeyType"), part.text("AttributeName"));
        });
    var partition =
        Optional.ofNullable(parts.get("HASH"))
            .orElseThrow(
                () ->
                    fields
                        .place()
                        .at("KeySchema")
                        .refuse("There is no HASH key.", "Name the partition key."));
    return new Key(partition, Optional.ofNullable(parts.get("RANGE")));
  }

  private static Index index(Fields index) {
    index.only("IndexName", "KeySchema", "Projection");
    var projection =
        index
            .object("Projection")
            .orElseThrow(
                () -> index.place().at("Projection").refuse("It is missing.", "Say what it holds."))
            .only("ProjectionType", "NonKeyAttributes");
    List<String> included =
        projection
            .object()
            .path("NonKeyAttributes")
            .valueStream()
            .map(name -> name.asText())
            .toList();
    return new Index(
        index.text("IndexName"), key(index), projection.text("ProjectionType"), included);
  }

  private static Optional<String> timeToLive(Fields specification) {
    specification.only("AttributeName", "Enabled");
    return specification.text("Enabled").equals("true")
        ? Optional.of(specification.text("AttributeName"))
        : Optional.empty();
  }
}
