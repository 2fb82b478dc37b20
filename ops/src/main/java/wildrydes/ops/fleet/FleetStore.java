package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.List;

/** The table that holds the fleet. Each change is one conditional write: all of it, or nothing. */
public interface FleetStore {

  /** Every item, as last written. */
  List<FleetEntry> entries();

  boolean isEmpty();

  /** Puts a new unicorn there, unless something else has its key. */
  Change add(PlacedUnicorn unicorn);

  /** Makes the entry the given unicorn, under another key if need be, unless a ride has it now. */
  Change replace(Stall from, PlacedUnicorn to, Instant now);

  /** Takes the entry away, unless a ride has it now. */
  Change remove(Stall stall, Instant now);
}
