package wildrydes.benchmarks.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was used of AWS.
 *
 * @param amounts of what is billed
 * @param calls the SDK's calls by operation, which say where the amounts come from
 */
record Usage(Map<Quantity, Double> amounts, Map<String, Double> calls) {

  Usage {
    var copy = new EnumMap<Quantity, Double>(Quantity.class);
    copy.putAll(amounts);
    amounts = Collections.unmodifiableMap(copy);
    calls = Collections.unmodifiableMap(new TreeMap<>(calls));
  }

  double of(Quantity quantity) {
    return amounts.getOrDefault(quantity, 0.0);
  }

  double calls(String operation) {
    return calls.getOrDefault(operation, 0.0);
  }

  /** The same for one ride of that many. */
  Usage perRide(int rides) {
    var shares = new EnumMap<Quantity, Double>(Quantity.class);
    amounts.forEach((quantity, amount) -> shares.put(quantity, amount / rides));
    Map<String, Double> callShares = new TreeMap<>();
    calls.forEach((operation, count) -> callShares.put(operation, count / rides));
    return new Usage(shares, callShares);
  }

  /** The same, but for one amount. */
  Usage with(Quantity quantity, double amount) {
    var changed = new EnumMap<Quantity, Double>(Quantity.class);
    changed.putAll(amounts);
    changed.put(quantity, amount);
    return new Usage(changed, calls);
  }
}
