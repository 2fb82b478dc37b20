package wildrydes.requestapi;

import wildrydes.messages.RideRequested;

/** The way to the dispatcher. */
public interface RideRequests {

  /** Returns once the request is durably queued. */
  void send(RideRequested request);
}
