package wildrydes.ops.deadletters;

import wildrydes.messages.RideId;

class InMemoryRideRecordsTest extends RideRecordsContract {

  private final InMemoryRideRecords records = new InMemoryRideRecords();

  @Override
  protected RideRecords records() {
    return records;
  }

  @Override
  protected void put(RideId ride, RideRecords.RideRecord record) {
    records.put(ride, record);
  }
}
