package wildrydes.ops.deadletters.replay;

/** Is told how a replay goes, while it goes. */
public interface ReplayWatcher {

  /** So many dead letters have been read so far in this round. */
  void read(int letters);

  /** The canary is out; nothing else is sent before its end is known. */
  void canary(SentRide ride);

  /** From here on, messages are sent; so many are ready now. */
  void sending(int ready);

  void sent(SentRide ride);

  void ended(SentRide ride, End end);

  /** All are sent; from here on, the run waits for the ends of so many rides. */
  void following(int rides);
}
