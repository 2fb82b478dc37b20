package wildrydes.recorder;

import wildrydes.messages.RideId;

class InMemoryRideRecordsTest extends RideRecordsContract {

  private final InMemoryRideRecords records = new InMemoryRideRecords();

  @Override
  protected RideRecords records() {
    return records;
  }

  @Override
  protected void request(RideId rideId) {
    records.request(rideId);
  }
}
