package wildrydes.recorder;

import wildrydes.messages.RideRequested;

/** The way back to the dispatcher. */
public interface RideRequests {

  /** Returns once the request is durably queued. */
  void send(RideRequested request);
}
