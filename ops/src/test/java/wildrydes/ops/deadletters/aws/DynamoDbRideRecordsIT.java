package wildrydes.ops.deadletters.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.Stack;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.RideRecordsContract;

/** DynamoDB's own judgement, with the attributes that the recorder writes. */
class DynamoDbRideRecordsIT extends RideRecordsContract {

  private final Stack stack = Stack.shared();
  private final String table = stack.tableName("RidesTable");

  @Override
  protected RideRecords records() {
    return new DynamoDbRideRecords(stack.dynamoDb(), table);
  }

  @Override
  protected void put(RideId ride, RideRecords.RideRecord record) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("RideId", AttributeValue.fromS(ride.value()));
    item.put("Status", AttributeValue.fromS(record.status()));
    record.failureReason().ifPresent(r -> item.put("FailureReason", AttributeValue.fromS(r)));
    record.unicorn().ifPresent(name -> item.put("UnicornName", AttributeValue.fromS(name)));
    record
        .recorded()
        .ifPresent(time -> item.put("RecordTime", AttributeValue.fromS(time.toString())));
    stack.dynamoDb().putItem(p -> p.tableName(table).item(item));
  }
}
