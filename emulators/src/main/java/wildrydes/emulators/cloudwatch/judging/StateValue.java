package wildrydes.emulators.cloudwatch.judging;

/** What an alarm says. The constants are named as on the wire. */
public enum StateValue {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
