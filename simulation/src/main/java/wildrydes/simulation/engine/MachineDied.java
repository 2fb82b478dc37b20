package wildrydes.simulation.engine;

/**
 * Ends a thread whose machine is no more. An error, so that no code takes it for a failure to
 * handle.
 */
public final class MachineDied extends Error {

  MachineDied() {
    super("the machine died", null, false, false);
  }
}
