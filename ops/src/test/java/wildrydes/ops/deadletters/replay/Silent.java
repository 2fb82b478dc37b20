package wildrydes.ops.deadletters.replay;

/** Watches and says nothing. */
class Silent implements ReplayWatcher {

  static final ReplayWatcher WATCHER = new Silent();

  @Override
  public void read(int letters) {}

  @Override
  public void canary(SentRide ride) {}

  @Override
  public void sending(int ready) {}

  @Override
  public void sent(SentRide ride) {}

  @Override
  public void ended(SentRide ride, End end) {}

  @Override
  public void following(int rides) {}
}
