package wildrydes.simulation.faults;

/** Who watches the calls. */
public interface WireLog {

  /** A machine makes a call, of which it is decided what will become. */
  void sent(Exchange exchange);

  /** An attempt is about to reach the service. */
  void landing(Exchange exchange);

  /** An attempt has reached the service, with what came of it. */
  void landed(Exchange exchange);

  /** The caller has the service's answer, be it a refusal; it is not called where none arrives. */
  void answered(Exchange exchange);
}
