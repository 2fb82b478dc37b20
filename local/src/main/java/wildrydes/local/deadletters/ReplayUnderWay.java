package wildrydes.local.deadletters;

/** A replay is running: what was asked for would get into its way. */
public final class ReplayUnderWay extends Exception {
  private static final long serialVersionUID = 1;

  ReplayUnderWay() {
    super("A replay is under way. Wait for its end, or stop it.");
  }
}
